using System.Collections.Immutable;
using SnnGen.Spiking;
using SnnGen.Spiking.Layers;

namespace SnnGen.Conversion.Chips;

/// <summary>What a network takes of a chip.</summary>
/// <param name="Chip">Name of the chip.</param>
/// <param name="Cores">Cores in all.</param>
/// <param name="Layers">One entry a layer.</param>
public sealed record ChipMapping(string Chip, int Cores, ImmutableArray<LayerMapping> Layers)
{
    /// <summary>
    /// The mapping of <paramref name="network"/>, whether it fits or not. Layers have cores of their own, except on a chip that has only one.
    /// </summary>
    public static ChipMapping Of(SpikingNetwork network, ChipProfile chip)
    {
        LayerMapping[] layers = [.. network.Layers.Select(layer => LayerMapping.Of(layer, chip))];
        int cores = chip.Limits.Cores == 1
            ? LayerMapping.CoresFor(network.Layers.Sum(layer => (long)layer.Currents), layers.Sum(layer => layer.Synapses), chip)
            : layers.Sum(layer => layer.Cores);
        return new ChipMapping(chip.Name, cores, [.. layers]);
    }
}

/// <summary>What a layer takes of a chip.</summary>
/// <param name="Name">Name of the layer.</param>
/// <param name="Neurons">Its neurons.</param>
/// <param name="Synapses">Its synapses, each place of a convolution counted.</param>
/// <param name="FanIn">Most synapses of a neuron.</param>
/// <param name="FanOut">Most synapses that one of its sources drives.</param>
/// <param name="Cores">Cores for its neurons and synapses.</param>
/// <param name="MemoryBits">Memory of its weights, each of its own.</param>
public sealed record LayerMapping(string Name, int Neurons, long Synapses, long FanIn, long FanOut, int Cores, long MemoryBits)
{
    internal static LayerMapping Of(SpikingLayer layer, ChipProfile chip)
    {
        long synapses = layer.Projections.Sum(projection => projection.Connection.Synapses * PooledTaps(projection));
        int devices = chip.WeightSign == WeightSign.Pairs ? 2 : 1;
        int bits = chip.WeightSign == WeightSign.Pairs ? chip.WeightBits - 1 : chip.WeightBits;
        return new LayerMapping(
            layer.Name, layer.Neurons, synapses, layer.Projections.Sum(FanInOf), layer.Projections.Max(FanOutOf),
            CoresFor(layer.Currents, synapses, chip), synapses * devices * bits);
    }

    /// <summary>Cores that hold as many neurons and synapses.</summary>
    internal static int CoresFor(long neurons, long synapses, ChipProfile chip) => (int)Math.Min(
        Math.Max(Needed(neurons, chip.Limits.NeuronsPerCore), Needed(synapses, chip.Limits.SynapsesPerCore)), 1 << 24);

    private static long Needed(long count, int? each) => each is { } limit ? (count + limit - 1) / limit : 1;

    private static long PooledTaps(Projection projection) => projection.Pooling?.Window.Taps ?? 1;

    private static long FanInOf(Projection projection) => PooledTaps(projection) * projection.Connection switch
    {
        ConvolutionConnection c => (long)c.Window.Taps * c.Window.Input.Channels / c.Groups,
        DenseConnection dense => MostPerOutput(dense),
        _ => projection.Connection.Inputs,
    };

    private static long FanOutOf(Projection projection) => projection.Connection is ConvolutionConnection c
        ? (long)PlacesPerTap(c.Window) * c.FanOut
        : projection.Connection.Outputs;

    // An input lies under at most every stride-th tap.
    private static int PlacesPerTap(SlidingWindow window) =>
        ((window.KernelHeight + window.StrideHeight - 1) / window.StrideHeight) * ((window.KernelWidth + window.StrideWidth - 1) / window.StrideWidth);

    // A weight of zero is no synapse.
    private static long MostPerOutput(DenseConnection dense)
    {
        if (dense.Weights is not Spiking.Numerics.IntegerTensor weights)
            return dense.Inputs;
        var count = new long[dense.Outputs];
        for (int k = 0; k < weights.Values.Count; k++)
            count[k % dense.Outputs] += weights.Values[k] == 0 ? 0 : 1;
        return count.Max();
    }
}
