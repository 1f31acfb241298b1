using SnnGen.Conversion.Analog;
using SnnGen.Spiking;
using SnnGen.Spiking.Layers;

namespace SnnGen.Conversion.Assembly;

/// <summary>The steps that spikes take on a chip that exchanges them between steps.</summary>
internal static class SpikeDelays
{
    /// <summary>Steps from a source to the currents of a layer; a held analog input is there from the first step.</summary>
    public static int Of(int source, ConversionOptions options) =>
        source == Projection.NetworkInput && options.Encoding == InputEncoding.Current ? 0 : options.Chip?.Delay ?? 0;

    /// <summary>The options with as many more steps as a spike takes to reach the outputs: these then see as many as without delays.</summary>
    public static ConversionOptions Lengthened(ConversionOptions options, AnalogNetwork analog)
    {
        var arrival = new List<int>();
        foreach (AnalogLayer layer in analog.Layers)
            arrival.Add(layer.Projections.Max(p => Of(p.Source, options) + (p.Source == Projection.NetworkInput ? 0 : arrival[p.Source])));
        return options with { TimeSteps = options.TimeSteps + arrival[^1] };
    }

    /// <summary>The layer with the delays of its projections.</summary>
    public static SpikingLayer Apply(SpikingLayer layer, ConversionOptions options) => layer with
    {
        Projections = layer.Projections.Select(p => p with { Delay = Of(p.Source, options) }).ToEquatableArray(),
    };
}
