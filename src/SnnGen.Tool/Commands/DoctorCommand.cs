using System.CommandLine;
using SnnGen.Tool.Doctor;
using Spectre.Console;

namespace SnnGen.Tool.Commands;

/// <summary><c>snngen doctor</c>: whether this machine has what a build needs.</summary>
internal static class DoctorCommand
{
    private const int Well = 0, Ill = 1;

    /// <summary>The command; its exit code is 1 where something is missing.</summary>
    public static Command Create()
    {
        var command = new Command("doctor", "Checks that this machine has what conversions and builds need, and says what to do where it has not.");
        command.SetAction(_ =>
        {
            Finding[] findings = [.. Examination.Run(Environment.CurrentDirectory)];
            Table table = new Table().AddColumns("", "What", "Found", "To do");
            foreach (Finding finding in findings)
                table.AddRow(finding.Cure is null ? "ok" : "!", TableOutput.Cell(finding.Subject), TableOutput.Cell(finding.State), TableOutput.Cell(finding.Cure ?? ""));
            TableOutput.Write(table);
            return findings.Any(finding => finding.Cure is not null) ? Ill : Well;
        });
        return command;
    }
}
