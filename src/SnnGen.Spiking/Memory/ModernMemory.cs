using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Spiking.Memory;

/// <summary>
/// Memory of a class of the modern profile, without the padding of rows and buffers to whole vectors, which adds up to 15
/// values to each. Its tables are data of the assembly and read in place; its state lies on the stack of the caller.
/// </summary>
public static class ModernMemory
{
    private const int ValueBytes = 4;
    private const int WordBytes = 8;
    private const int BlockSums = 64;

    /// <summary>Of one inference.</summary>
    public static MemoryUse Of(SpikingNetwork network) => new(
        network.Layers.Sum(Tables),
        network.Layers.Sum(State) + Late(network)
        + (network.Input.Encoding is InputEncoding.Current or InputEncoding.Latency
            ? network.Layers.Where(TakesInput).Sum(layer => (long)ValueBytes * layer.Currents) : 0)
        + ValueBytes * (long)network.Layers.Max(layer => layer.Currents)
        + ValueBytes * (long)network.Layers.Max(layer => layer.Pooling is null ? 0 : layer.Neurons)
        + (network.Output.Readout == Readout.Potential ? 0 : ValueBytes * (long)network.OutputSize)
        + (network.Input.Encoding == InputEncoding.Current ? 0 : SpikeBytes(network.InputSize) * network.TimeSteps)
        + (network.Input.Encoding == InputEncoding.Latency ? 2 * SpikeBytes(network.InputSize) : 0));

    private static bool TakesInput(SpikingLayer layer) => layer.Projections.Any(projection => projection.Source == Projection.NetworkInput);

    private static long SpikeBytes(int neurons) => ((long)neurons + 63) / 64 * WordBytes;

    private static long State(SpikingLayer layer)
    {
        long neurons = layer.Neurons, bytes = ValueBytes * neurons;
        if (layer.Pooling is { } pooling)
            bytes += ValueBytes * neurons * pooling.Window.Taps;
        if (NeuronDynamics.HasSynapse(layer.Neuron))
            bytes += ValueBytes * neurons;
        if (layer.Neuron is not SpikingNeuron neuron)
            return bytes;
        bytes += SpikeBytes(layer.Neurons);
        return neuron.Refractory == 0 ? bytes : bytes + ValueBytes * neurons;
    }

    // What is remembered of a source for a delay, beyond the last step of a layer.
    private static long Late(SpikingNetwork network) => network.Layers
        .SelectMany(layer => layer.Projections).Where(projection => projection.LongestDelay > 0)
        .GroupBy(projection => projection.Source)
        .Sum(source => source.Key == Projection.NetworkInput ? source.Max(projection => projection.LongestDelay) * SpikeBytes(network.InputSize)
            : network.Layers[source.Key].Neuron is SpikingNeuron ? (source.Max(projection => projection.LongestDelay) - 1) * SpikeBytes(network.Layers[source.Key].Neurons)
            : source.Max(projection => projection.LongestDelay) * (long)ValueBytes * network.Layers[source.Key].Neurons);

    private static long Tables(SpikingLayer layer) =>
        ValueBytes * ((long)layer.Currents + layer.Neurons * ((layer.Neuron is SpikingNeuron ? 2L : 1L) + MembraneTables(layer.Neuron)))
        + layer.Projections.Sum(projection => Weights(projection.Connection));

    // Leak, reset value, synaptic leak, drive and floor, a value a neuron each.
    private static long MembraneTables(NeuronModel neuron) => Membrane.Of(neuron) is not { } membrane ? 0
        : 1L + (neuron is HeterogeneousNeuron ? 1 : 0) + (membrane.SynapticLeak is null ? 0 : 1) + (membrane.Drive is null ? 0 : 1) + (membrane.Floor is null ? 0 : 1);

    private static long Weights(Connection connection)
    {
        if (connection.Weights is not IntegerTensor integers)
            return (long)ValueBytes * connection.Weights.Count;
        int largest = integers.Values.Count == 0 ? 0 : integers.Values.Max(weight => weight < 0 ? -weight - 1 : weight);
        return Stored(connection) * (largest <= 1 ? 2 : largest <= 7 ? 4 : 8) / 8;
    }

    // Places of a convolution are computed side by side, and each input of such a block has a row for all of them.
    private static long Stored(Connection connection)
    {
        if (connection is not ConvolutionConnection { Groups: 1 } convolution)
            return connection.Weights.Count;
        SlidingWindow window = convolution.Window;
        long places = Math.Min(window.Output.Width, (BlockSums + window.Output.Channels - 1) / window.Output.Channels);
        long columns = (places - 1) * window.StrideWidth + (window.KernelWidth - 1) * window.DilationWidth + 1;
        return columns * window.KernelHeight * window.Input.Channels * places * window.Output.Channels;
    }
}
