using System.Globalization;

namespace SnnGen.Tool.Tuning;

/// <summary>Tells of each candidate as it is judged, on a terminal; silent in a log.</summary>
internal static class TuningProgress
{
    /// <summary>One line.</summary>
    public static void Report(Candidate candidate, TuningPoint best)
    {
        if (Console.IsErrorRedirected)
            return;
        string exit = best.ExitMargin is { } margin ? string.Create(CultureInfo.InvariantCulture, $", exit margin {margin}") : "";
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{candidate}{exit}: loss {best.Loss:0.00} ± {best.LossError:0.00}, {best.SynapticOperations:N0} operations"));
    }
}
