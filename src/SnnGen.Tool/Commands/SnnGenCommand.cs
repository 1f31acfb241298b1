using System.CommandLine;
using SnnGen.Conversion.Diagnostics;

namespace SnnGen.Tool.Commands;

/// <summary>The command line: <c>snngen convert | evaluate | tune | inspect | report | export | doctor</c>.</summary>
internal static class SnnGenCommand
{
    private const int Failed = 1;
    private const int Usage = 2;

    /// <summary>All commands and their options.</summary>
    public static RootCommand Create() => new("Turns a trained neural network into a spiking neural network.")
    {
        ConvertCommand.Create(),
        ConvertAllCommand.Create(),
        EvaluateCommand.Create(),
        TuneCommand.Create(),
        InspectCommand.Create(),
        ReportCommand.Create(),
        ExportCommand.Create(),
        DoctorCommand.Create(),
    };

    /// <summary>Runs a command line, until it ends or a signal cancels it.</summary>
    /// <returns>Exit code: 0 ok, 1 the model, its data or a setting is at fault, 2 usage.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            using var interruption = new Interruption();
            return await InvokeAsync(args, interruption.Token);
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync(Failure.Cancelled.ToString());
            return Failed;
        }
    }

    /// <summary>Runs a command line, and says what is at fault.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    internal static async Task<int> InvokeAsync(string[] args, CancellationToken cancellation)
    {
        ParseResult parsed = Create().Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync(new ConversionDiagnostic(
                    DiagnosticDescriptors.InvalidSetting, "snngen", error.Message).ToString());
            }
            return Usage;
        }
        try
        {
            var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
            return await parsed.InvokeAsync(configuration, cancellation);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            ConversionDiagnostic failure = Failure.Describe(e, parsed.GetValue<string>(parsed.CommandResult.Command.Arguments.FirstOrDefault()?.Name ?? "") ?? "snngen");
            await Console.Error.WriteLineAsync(failure.ToString());
            return Failed;
        }
    }
}
