using SnnGen.Generators.Tests.Networks;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.NetworkFile;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;
using SnnGen.Spiking.Simulation;

namespace SnnGen.Spiking.Tests.Networks;

/// <summary>One layer of Loihi neurons that decides by its spikes, driven by the app's spikes one step later.</summary>
internal static class LoihiNetwork
{
    /// <param name="neuron">The neuron.</param>
    /// <param name="weights">Inputs × neurons, as the synapses hold them.</param>
    /// <param name="bias">Mantissas, one a neuron.</param>
    /// <param name="threshold">θ before its shift.</param>
    /// <param name="timeSteps">T.</param>
    /// <param name="weightBits">Bits of a weight.</param>
    public static SpikingNetwork Create(LoihiNeuron neuron, int[] weights, int[] bias, int threshold, int timeSteps, int weightBits = 8)
    {
        int inputs = weights.Length / bias.Length;
        var connection = new DenseConnection(
            inputs, bias.Length, new IntegerTensor(TensorShape.Of(inputs, bias.Length), 16, new EquatableArray<int>(weights)));
        var layer = new SpikingLayer(
            "loihi", TensorShape.Of(bias.Length),
            new EquatableArray<Projection>([new Projection(Projection.NetworkInput, ChannelOrder.Last, null, connection) { SpikeWorth = 1, Delay = 1 }]),
            null, TensorOf.Integers(bias),
            TensorOf.Integers(threshold), TensorOf.Integers(0), neuron);
        var network = new SpikingNetwork(
            "loihi", Arithmetic(weightBits), timeSteps,
            new InputEncoder(TensorShape.Of(inputs), InputEncoding.Events, 1, 0), new EquatableArray<SpikingLayer>([layer]), default, default)
        {
            Output = OutputDecoder.MeanPotential with { Readout = Readout.Count },
        };
        NetworkValidator.Validate(network);
        return network;
    }

    /// <summary>One neuron whose bias the host programs from one analog input, two steps.</summary>
    public static SpikingNetwork Analog(LoihiNeuron neuron, int weight, int bias, int threshold = LoihiNeuron.LargestThreshold)
    {
        SpikingNetwork network = Create(neuron, [weight], [0], threshold, 2);
        SpikingLayer layer = network.Layers[0];
        Projection projection = layer.Projections[0] with { SpikeWorth = InputEncoder.FullScale, Delay = 0 };
        network = network with
        {
            Input = network.Input with { Encoding = InputEncoding.Current },
            Layers = new EquatableArray<SpikingLayer>([layer with { Projections = new EquatableArray<Projection>([projection]), Bias = TensorOf.Integers(bias) }]),
        };
        NetworkValidator.Validate(network);
        return network;
    }

    public static FixedPointArithmetic Arithmetic(int weightBits) => new(weightBits, LoihiNeuron.StateBits);

    /// <summary>u and v of the single neuron of <paramref name="network"/> after each step, input 0 spiking where <paramref name="spikes"/> says so.</summary>
    public static (double U, double V, bool Spikes)[] Run(SpikingNetwork network, params bool[] spikes)
    {
        LayerSimulator layer = LayerSimulator.Create(network.Layers[0], network.Arithmetic);
        SpikeRaster input = new(spikes.Length, network.InputSize), output = new(spikes.Length, 1);
        return [.. spikes.Select((isSpike, step) =>
        {
            input[step, 0] = isSpike;
            layer.Step(_ => input, output, step);
            return (layer.SynapticCurrents()[0], layer.Potentials()[0], output[step, 0]);
        })];
    }
}
