using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;
using SnnGen.Spiking.Simulation;

namespace SnnGen.Spiking.Memory;

/// <summary>
/// Memory of a class of the portable profile. Its tables are arrays: .NET copies them into RAM when the class is first
/// used, so that there they count twice, in flash and in RAM.
/// </summary>
public static class PortableMemory
{
    private const int ValueBytes = 4;
    private const int LongestByteCounter = byte.MaxValue;

    /// <summary>To the byte what the generated arrays hold, of one instance.</summary>
    public static MemoryUse Of(SpikingNetwork network) => new(
        network.Layers.Sum(Tables) + ExitGains(network),
        InputState(network)
        + network.Layers.Sum(State)
        + Late(network)
        + (KeepsInputCurrents(network) ? network.Layers.Where(TakesInput).Sum(layer => (long)ValueBytes * layer.Currents) : 0)
        + ValueBytes * (long)network.Layers.Max(layer => layer.Currents)
        + ValueBytes * (long)network.Layers.Max(layer => layer.Pooling is null ? 0 : layer.Neurons)
        + ValueBytes * (long)network.Layers.Max(layer => layer.Neuron is LoihiNeuron && layer.Projections.Any(projection => projection.IsAnalog) ? layer.Neurons : 0)
        + (network.Output.Readout == Readout.Potential ? 0 : ValueBytes * (long)network.OutputSize));

    /// <summary>Bytes of a counter of steps to rest.</summary>
    public static int CounterBytes(int refractory) => refractory <= LongestByteCounter ? 1 : ValueBytes;

    // Accumulators and levels of an encoder, inputs already seen, and the list of those that spike.
    private static long InputState(SpikingNetwork network) => network.InputSize * (network.Input.Encoding switch
    {
        InputEncoding.Rate or InputEncoding.Latency => 2L + ValueBytes,
        InputEncoding.Poisson => 1L + ValueBytes,
        _ => 0L,
    });

    private static long ExitGains(SpikingNetwork network)
    {
        if (network.IsShapeOnly || network.Output.Exit.Rule != ExitRule.Exact)
            return 0;
        int[] gains = ExitBounds.Gains(network.Layers[network.Layers.Count - 1]);
        return (long)gains.Length * TableWidth.Of(gains);
    }

    // Rings of the last steps of all sources that a delay follows, and the longest list of what arrives of them.
    private static long Late(SpikingNetwork network)
    {
        Projection[] late = [.. network.Layers.SelectMany(layer => layer.Projections).Where(projection => projection.LongestDelay > 0)];
        return late.GroupBy(projection => projection.Source).Sum(source =>
                (source.Max(projection => projection.LongestDelay) + 1L) * source.First().Inputs * (Spikes(source.Key) ? 1 : ValueBytes))
            + ValueBytes * (long)late.Where(projection => Spikes(projection.Source)).Select(projection => projection.Inputs).DefaultIfEmpty().Max();

        bool Spikes(int source) => source == Projection.NetworkInput || network.Layers[source].Neuron is SpikingNeuron;
    }

    private static bool KeepsInputCurrents(SpikingNetwork network) => network.Input.Encoding is InputEncoding.Current or InputEncoding.Latency;

    private static bool TakesInput(SpikingLayer layer) => layer.Projections.Any(projection => projection.Source == Projection.NetworkInput);

    private static long State(SpikingLayer layer)
    {
        long neurons = layer.Neurons, bytes = ValueBytes * neurons;
        if (layer.Pooling is { } pooling)
            bytes += ValueBytes * neurons * pooling.Window.Taps;
        if (NeuronDynamics.HasSynapse(layer.Neuron))
            bytes += ValueBytes * neurons;
        if (layer.Neuron is not SpikingNeuron neuron)
            return bytes;
        bytes += ValueBytes * neurons;
        return neuron.Refractory == 0 ? bytes : bytes + CounterBytes(neuron.Refractory) * neurons;
    }

    private static long Tables(SpikingLayer layer) =>
        Parameter(layer.Bias)
        + (layer.Neuron is SpikingNeuron ? Parameter(layer.Threshold) : 0)
        + Parameter(layer.InitialPotential)
        + (Membrane.Of(layer.Neuron) is not { } membrane ? 0 : Parameter(membrane.Leak) + Optional(membrane.SynapticLeak) + Optional(membrane.Drive) + Optional(membrane.Floor))
        + Optional((layer.Neuron as HeterogeneousNeuron)?.ResetValue)
        + layer.Projections.Sum(Tables)
        + (layer.Pooling is { } pooling ? Window(
            WindowOffsets.InputRows(pooling.Window, pooling.Window.Input.Width * pooling.Window.Input.Channels),
            WindowOffsets.InputColumns(pooling.Window, pooling.Window.Input.Channels)) : 0);

    private static long Tables(Projection projection)
    {
        long bytes = (long)projection.Connection.Weights.Count * TableWidth.Of(projection.Connection.Weights) + Delays(projection.InputDelays);
        var convolution = projection.Connection as ConvolutionConnection;
        if (convolution?.Window is { } window)
        {
            bytes += Window(
                WindowOffsets.OutputRows(window, window.Output.Width * window.Output.Channels),
                WindowOffsets.OutputColumns(window, window.Output.Channels));
        }
        if (projection.Pooling?.Window is { } pooling)
        {
            bytes += Window(
                WindowOffsets.OutputRows(pooling, convolution?.Window.KernelHeight ?? pooling.Output.Width * pooling.Output.Channels),
                WindowOffsets.OutputColumns(pooling, convolution?.Window.KernelWidth ?? pooling.Output.Channels));
        }
        return bytes;
    }

    private static long Window(int[] rows, int[] columns) =>
        (long)rows.Length * TableWidth.Of(rows) + (long)columns.Length * TableWidth.Of(columns);

    private static long Delays(EquatableArray<int> delays) => delays.Count <= 1 ? 0 : (long)delays.Count * TableWidth.Of(delays.AsSpan());

    private static long Optional(Tensor? values) => values is null ? 0 : Parameter(values);

    private static long Parameter(Tensor values) => TableWidth.IsUniform(values) ? 0 : (long)values.Count * TableWidth.Of(values);
}
