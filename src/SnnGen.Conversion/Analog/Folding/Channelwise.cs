namespace SnnGen.Conversion.Analog.Folding;

/// <summary>Values that all places of a channel share; channels last.</summary>
internal static class Channelwise
{
    /// <summary>One value a channel, or null where they differ from place to place.</summary>
    public static double[]? Of(double[] values, int channels) =>
        values.Where((value, j) => value != values[j % channels]).Any() ? null : values[..channels];

    /// <summary>One value a unit.</summary>
    public static double[] Spread(double[] perChannel, int units) =>
        [.. Enumerable.Range(0, units).Select(j => perChannel[j % perChannel.Length])];
}
