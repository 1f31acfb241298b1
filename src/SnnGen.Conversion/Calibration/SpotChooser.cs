using System.Collections.Immutable;
using SnnGen.Conversion.Analog;
using SnnGen.Spiking.Layers;

namespace SnnGen.Conversion.Calibration;

/// <summary>
/// Chooses where a layer is looked at. A fully connected layer is one place, seen on every sample. The places of a
/// convolution share their weights: a spread of them on every sample is enough.
/// </summary>
internal static class SpotChooser
{
    private const int LargestCount = 4000;

    /// <summary>The spots of <paramref name="layer"/> on <paramref name="samples"/> samples, by ascending sample.</summary>
    public static ImmutableArray<Spot> Choose(AnalogLayer layer, int samples)
    {
        int places = Places(layer);
        int perSample = Math.Clamp(LargestCount / samples, 1, places);
        return [.. Enumerable.Range(0, samples * perSample).Select(k => new Spot(k / perSample, Scatter(k, places)))];
    }

    /// <summary>Places of a layer before pooling.</summary>
    public static int Places(AnalogLayer layer) => layer.Projections[0].Connection is AnalogConvolution { Window.Output: FeatureMap map }
        ? map.Height * map.Width
        : 1;

    // Multiples of the golden ratio, modulo 1, are spread evenly for any count and are the same on every machine.
    private static int Scatter(int index, int places) =>
        (int)((unchecked((uint)(index + 1) * 2654435769u) * (ulong)places) >> 32);
}
