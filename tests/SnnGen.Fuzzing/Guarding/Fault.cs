namespace SnnGen.Fuzzing.Guarding;

/// <summary>What a reader must not do.</summary>
/// <param name="Input">The file's bytes.</param>
/// <param name="Kind">Same for faults of one cause: exception and place.</param>
/// <param name="Details">For people.</param>
internal sealed record Fault(byte[] Input, string Kind, string Details)
{
    /// <summary>A fault by exception.</summary>
    public static Fault Of(byte[] input, Exception e)
    {
        Exception cause = e is InvalidOperationException { InnerException: { } inner } ? inner : e;
        string place = (cause.StackTrace ?? "").Split('\n').FirstOrDefault(line => line.Contains("SnnGen", StringComparison.Ordinal))?.Trim() ?? "";
        return new Fault(input, $"{cause.GetType().Name} {place}", e.ToString());
    }
}
