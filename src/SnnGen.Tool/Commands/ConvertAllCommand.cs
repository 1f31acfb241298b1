using System.CommandLine;
using System.Globalization;
using SnnGen.Conversion.Diagnostics;

namespace SnnGen.Tool.Commands;

/// <summary>
/// <c>snngen convert-all FILE</c>: all conversions of a project in one process, since starting one and compiling its code
/// takes longer than a small model. They run one after the other, for each takes all cores and memory of its own; one that
/// fails does not stop the others. The error output says where each begins and how it ends.
/// </summary>
internal static class ConvertAllCommand
{
    /// <summary>The command. It is the build's, whose tasks write the file, and not shown.</summary>
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "The command lines: each starts at the beginning of a line, its further arguments follow one a line, after a blank" };
        var command = new Command("convert-all", "Runs the conversions that a build needs.") { file };
        command.Hidden = true;
        command.SetAction((parsed, cancellation) => RunAsync(Read(parsed.GetRequiredValue(file)), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(List<List<string>> lines, CancellationToken cancellation)
    {
        int worst = 0;
        for (int i = 0; i < lines.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            string name = string.Create(CultureInfo.InvariantCulture, $"conversion {i}");
            await Console.Error.WriteLineAsync($"{name} begins");
            int exitCode = await SnnGenCommand.InvokeAsync([.. lines[i]], cancellation);
            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{name} ends with {exitCode}"));
            worst = Math.Max(worst, exitCode);
        }
        return worst;
    }

    private static List<List<string>> Read(string file)
    {
        var lines = new List<List<string>>();
        foreach (string line in Text(file).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line[0] == ' ' && lines.Count > 0)
                lines[^1].Add(line[1..]);
            else
                lines.Add([line]);
        }
        return lines;
    }

    private static string Text(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ConversionException(DiagnosticDescriptors.DataUnreadable, file, $"the file cannot be read: {e.Message}");
        }
    }
}
