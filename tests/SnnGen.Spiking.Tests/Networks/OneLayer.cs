using SnnGen.Spiking.Layers;
using SnnGen.Spiking.NetworkFile;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;
using SnnGen.Spiking.Simulation;
using static SnnGen.Generators.Tests.Networks.TensorOf;

namespace SnnGen.Spiking.Tests.Networks;

/// <summary>Networks of a single layer, small enough to follow by hand.</summary>
internal static class OneLayer
{
    /// <summary>A layer whose bias and initial potential are 0 and whose threshold is 100; each spike of the app is worth 1.</summary>
    public static SpikingLayer Create(NeuronModel neuron, Connection connection)
    {
        bool isSingle = connection.Weights is Float32Tensor;
        return new SpikingLayer(
            "layer", TensorShape.Of(connection.Outputs),
            new EquatableArray<Projection>([new Projection(Projection.NetworkInput, ChannelOrder.Last, null, connection) { SpikeWorth = 1 }]), null,
            isSingle ? Floats(0) : Integers(0), isSingle ? Floats(100) : Integers(100), isSingle ? Floats(0) : Integers(0), neuron);
    }

    /// <summary>The same, fully connected: of n × m weights those of input 0 first.</summary>
    public static SpikingLayer Dense(NeuronModel neuron, int neurons, Tensor weights) =>
        Create(neuron, new DenseConnection(weights.Count / neurons, neurons, weights));

    /// <summary>The network that gets the app's spikes.</summary>
    public static SpikingNetwork Events(SpikingLayer layer) => Valid(layer, InputEncoding.Events, 1, 0);

    /// <summary>The network that gets values, x = <paramref name="offset"/> + <paramref name="scale"/> · u.</summary>
    public static SpikingNetwork Current(SpikingLayer layer, float scale = 1, float offset = 0) => Valid(
        layer with { Projections = layer.Projections.Select(p => p with { SpikeWorth = InputEncoder.FullScale }).ToEquatableArray() },
        InputEncoding.Current, scale, offset);

    /// <summary>One inference; each array holds the inputs that spike at its step.</summary>
    public static SimulationResult Run(SpikingLayer layer, params int[][] spikes) => new ReferenceSimulator(Events(layer)).Run(Raster(layer, spikes));

    /// <summary>The spikes, as a raster of the layer's inputs.</summary>
    public static SpikeRaster Raster(SpikingLayer layer, params int[][] spikes)
    {
        var raster = new SpikeRaster(spikes.Length, layer.Projections[0].Inputs);
        for (int step = 0; step < spikes.Length; step++)
            foreach (int input in spikes[step])
                raster[step, input] = true;
        return raster;
    }

    /// <summary>The steps at which an output spikes.</summary>
    public static int[] Times(SimulationResult result, int neuron) =>
        [.. Enumerable.Range(0, result.Steps).Where(step => result.Rasters[^1][step, neuron])];

    /// <summary>The potential of an output after each step.</summary>
    public static double[] Potentials(SimulationResult result, int neuron) => [.. result.Trace.Select(step => step.Potentials[neuron])];

    private static SpikingNetwork Valid(SpikingLayer layer, InputEncoding encoding, float scale, float offset)
    {
        var network = new SpikingNetwork(
            "one layer", layer.Bias is Float32Tensor ? new Float32Arithmetic() : new FixedPointArithmetic(8, FixedPointArithmetic.UsualPotentialBits), 1,
            new InputEncoder(TensorShape.Of(layer.Projections[0].Inputs), encoding, scale, offset), new EquatableArray<SpikingLayer>([layer]), default, default)
        {
            Output = OutputDecoder.MeanPotential with { Readout = layer.Neuron is SpikingNeuron ? Readout.Count : Readout.Potential },
        };
        NetworkValidator.Validate(network);
        return network;
    }
}
