using SnnGen.Conversion.Diagnostics;
using SnnGen.Tool.Doctor;

namespace SnnGen.Tool.Commands;

/// <summary>One line for whatever ended a command.</summary>
internal static class Failure
{
    /// <summary>What to say where a signal or the build ended it.</summary>
    public static ConversionDiagnostic Cancelled { get; } = new(DiagnosticDescriptors.Cancelled, "snngen", "cancelled; nothing unfinished was written");

    /// <summary>What is wrong and what to do. Of several failures, of neurons that were solved side by side, it is the first that has an id.</summary>
    /// <param name="failure">What was thrown.</param>
    /// <param name="model">The model that the command is about.</param>
    public static ConversionDiagnostic Describe(Exception failure, string model)
    {
        Exception[] all = [.. Chain(failure)];
        if (all.OfType<ConversionException>().FirstOrDefault() is { } known)
            return known.Diagnostic;
        if (all.Any(e => e is OperationCanceledException))
            return Cancelled;
        if (all.Any(e => e is OutOfMemoryException))
            return Broken("memory ran out; take fewer calibration inputs (CalibrationCount, --calibration-count), build fewer projects at once (-m:1), or give the process more memory");
        if (all.Select(SolverFailure.Cause).FirstOrDefault(cause => cause is not null) is { } cause)
            return Broken($"the solver's library cannot be loaded: {cause}; {SolverFailure.Cure}");
        Console.WriteLine(failure);
        Exception root = all[^1];
        return Broken($"the converter failed where it never should ({root.GetType().Name}: {root.Message.TrimEnd('.')}); please report this with the model, if you may, "
            + "and with the lines that snngen writes about it (a build shows them with -v:detailed)");

        ConversionDiagnostic Broken(string message) => new(DiagnosticDescriptors.BrokenDown, model, message);
    }

    private static IEnumerable<Exception> Chain(Exception failure)
    {
        yield return failure;
        IEnumerable<Exception> inner = failure is AggregateException several ? several.InnerExceptions : failure.InnerException is { } one ? [one] : [];
        foreach (Exception e in inner.SelectMany(Chain))
            yield return e;
    }
}
