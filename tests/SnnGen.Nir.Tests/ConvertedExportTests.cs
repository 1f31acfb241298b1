using SnnGen.Conversion.Nir.Export;
using SnnGen.Conversion.Nir.Import;
using SnnGen.Nir.Tests.Support;
using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.NetworkFile;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;
using SnnGen.Spiking.Simulation;

namespace SnnGen.Nir.Tests;

/// <summary>Networks as the conversion of an ANN makes them, through NIR and back: other records, the same spikes.</summary>
public sealed class ConvertedExportTests
{
    public static TheoryData<string, SpikingNeuron, bool> Neurons => new()
    {
        { "IF", new IntegrateAndFire(ResetMode.Zero), false },
        { "IF, subtract", new IntegrateAndFire(ResetMode.Subtract), false },
        { "LIF", new LeakyIntegrateAndFire(0.875, ResetMode.Zero), false },
        { "CUBA-LIF", new CurrentBasedLeakyIntegrateAndFire(0.5, 0.75, ResetMode.Subtract), false },
        { "IF of integers", new IntegrateAndFire(ResetMode.Subtract), true },
    };

    [Theory]
    [MemberData(nameof(Neurons))]
    public void Spike_as_they_did(string kind, SpikingNeuron neuron, bool isFixedPoint)
    {
        SpikingNetwork network = Network(neuron, isFixedPoint);
        // A converted neuron spikes at its threshold, as those of SpikingJelly do.
        var options = new NirImportOptions { Convention = NirNetworks.Convention("spikingjelly"), TimeSteps = network.TimeSteps, Reset = neuron.Reset };
        SpikingNetwork again = NirImporter.Import(NirExporter.Export(network, options.Convention, null, kind), "net", options, kind);

        var random = new Random(3);
        for (int sample = 0; sample < 20; sample++)
        {
            var raster = new SpikeRaster(network.TimeSteps, network.InputSize);
            for (int t = 0; t < network.TimeSteps; t++)
                for (int i = 0; i < network.InputSize; i++)
                    raster[t, i] = random.Next(3) == 0;
            SimulationResult expected = new ReferenceSimulator(network).Run(raster), actual = new ReferenceSimulator(again).Run(raster);
            Assert.Equal(Spikes(expected, network), Spikes(actual, again));
            Assert.Equal(expected.Trace.Select(step => step.Potentials), actual.Trace.Select(step => step.Potentials));
        }
    }

    [Fact]
    public void Lose_what_is_said_and_nothing_else()
    {
        SpikingNetwork network = Network(new IntegrateAndFire(ResetMode.Subtract), isFixedPoint: false);
        SpikingNetwork starting = network with { Layers = network.Layers.Select(layer => layer with { InitialPotential = Floats(1, () => 0.5f) }).ToEquatableArray() };

        Assert.Equal(
            ["the initial potentials of hidden, readout: a reader starts at 0", "the reset by subtraction: a reader resets to v_reset unless it is told otherwise"],
            NirLosses.Of(starting, NirNetworks.Convention("spikingjelly")));
        Assert.Empty(NirLosses.Of(network, NirNetworks.Convention("spikingjelly") with { Reset = ResetMode.Subtract }));
    }

    private static string Spikes(SimulationResult result, SpikingNetwork network) => string.Join(
        ';', result.Rasters.Where((_, l) => network.Layers[l].Neuron is SpikingNeuron).Select(raster => string.Join(',', Enumerable.Range(0, raster.TimeSteps).Select(t => raster.Frame(t)[0]))));

    private static SpikingNetwork Network(SpikingNeuron neuron, bool isFixedPoint)
    {
        var random = new Random(1);
        Tensor Values(int count, int least, int most) => isFixedPoint
            ? new IntegerTensor(TensorShape.Of(count), 32, Enumerable.Range(0, count).Select(_ => random.Next(least, most)).ToEquatableArray())
            : Floats(count, () => random.Next(least, most) / 64f);
        SpikingLayer Layer(string name, int source, int inputs, int outputs, NeuronModel model) => new(
            name, TensorShape.Of(outputs),
            new EquatableArray<Projection>([new Projection(source, ChannelOrder.Last, null, new DenseConnection(inputs, outputs, Values(inputs * outputs, -30, 60)))]),
            null, Values(outputs, -5, 6), isFixedPoint && source < 0 ? new IntegerTensor(TensorShape.Of(1), 32, new EquatableArray<int>([100 * 255])) : Values(outputs, 60, 120), Values(1, 0, 1), model);
        var network = new SpikingNetwork(
            "net", isFixedPoint ? new FixedPointArithmetic(8, 31) : new Float32Arithmetic(), 20, new InputEncoder(TensorShape.Of(6), InputEncoding.Events, 1, 0),
            new EquatableArray<SpikingLayer>([Layer("hidden", -1, 6, 9, neuron), Layer("readout", 0, 9, 3, new Integrator())]), default, default);
        NetworkValidator.Validate(network);
        return network;
    }

    private static Float32Tensor Floats(int count, Func<float> value) => new(TensorShape.Of(count), Enumerable.Range(0, count).Select(_ => value()).ToEquatableArray());
}
