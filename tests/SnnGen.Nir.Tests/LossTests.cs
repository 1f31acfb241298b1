using SnnGen.Conversion.Diagnostics;
using SnnGen.Conversion.Nir.Conventions;
using SnnGen.Conversion.Nir.Export;
using SnnGen.Conversion.Nir.Import;
using SnnGen.Generators.Tests.Networks;
using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;
using SnnGen.Spiking.Simulation;

namespace SnnGen.Nir.Tests;

/// <summary>Networks that no graph was read from: what their export loses is said, and where nothing is said nothing is lost.</summary>
public sealed class LossTests
{
    public static TheoryData<string> Simulators => [.. NirConventions.Names];

    [Theory]
    [MemberData(nameof(Simulators))]
    public void What_is_not_said_to_be_lost_is_computed_as_before(string simulator)
    {
        NirConvention convention = NirConventions.Find(simulator, "test");
        int compared = 0;
        for (int seed = 0; seed < 480; seed += 2)
        {
            SpikingNetwork network = Startable(seed % 4 == 0 ? RandomNetwork.Create(seed) : RandomHeterogeneousNetwork.Create(seed));
            ResetMode[] resets = [.. network.Layers.Select(layer => layer.Neuron).OfType<SpikingNeuron>().Select(neuron => neuron.Reset).Distinct()];
            // Where all neurons are reset alike the reader is told how.
            NirConvention told = resets.Length == 1 ? convention with { Reset = resets[0] } : convention;
            if (NirLosses.Of(network, told).Any() || !IsExportable(network, convention))
                continue;
            SpikingNetwork again = NirImporter.Import(
                NirExporter.Export(network, convention, null, "net"), "net", new NirImportOptions { Convention = told, TimeSteps = network.TimeSteps }, "net");
            AssertSame(network, again, seed);
            compared++;
        }
        Assert.InRange(compared, 4, 240);
    }

    [Theory]
    [InlineData("nir", "the spikes of hidden at the very threshold")]
    [InlineData("nir", "the reset by subtraction")]
    [InlineData("spikingjelly", "the reset by subtraction")]
    [InlineData("sinabs", "potentials of hidden without a lowest value: a reader's stop at minus the threshold")]
    [InlineData("nengo", "potentials of hidden without a lowest value: a reader's stop at 0")]
    [InlineData("lava", "spikes that reach hidden, readout without a delay")]
    public void What_a_reader_does_otherwise_is_said(string simulator, string loss) =>
        Assert.Contains(NirLosses.Of(Network(new IntegrateAndFire(ResetMode.Subtract)), NirConventions.Find(simulator, "test")), sentence => sentence.StartsWith(loss, StringComparison.Ordinal));

    [Fact]
    public void A_reset_to_a_potential_and_what_leaks_before_it_is_taken_are_said()
    {
        Assert.Contains(
            "the reset to v_reset of hidden: a reader subtracts the threshold unless it is told otherwise",
            NirLosses.Of(Network(new IntegrateAndFire(ResetMode.Zero)), NirConventions.Find("rockpool", "test")));
        Assert.Contains(
            "what a spike takes away from hidden: a reader takes the threshold, a step later",
            NirLosses.Of(Network(new LeakyIntegrateAndFire(0.5, ResetMode.Subtract)), NirConventions.Find("spyx", "test")));
    }

    [Theory]
    [InlineData("nengo")]
    [InlineData("rockpool")]
    [InlineData("sinabs")]
    public void A_membrane_without_a_leak_behind_a_synapse_has_finite_parameters(string simulator)
    {
        NirConvention convention = NirConventions.Find(simulator, "test");
        SpikingNetwork network = Network(new CurrentBasedLeakyIntegrateAndFire(0.5, 1, ResetMode.Zero));

        SpikingNetwork again = NirImporter.Import(NirExporter.Export(network, convention, null, "net"), "net", new NirImportOptions { Convention = convention }, "net");
        var membrane = ((HeterogeneousNeuron)again.Layers[0].Neuron).Membrane;
        Assert.Equal([1f], ((Float32Tensor)membrane.Leak).Values);
        Assert.Equal([0.5f], ((Float32Tensor)membrane.SynapticLeak!).Values);
        Assert.Equal([0.5f, 1, -1, 0.25f], ((Float32Tensor)again.Layers[0].Projections[0].Connection.Weights).Values);
    }

    [Fact]
    public void Potentials_that_wrap_are_refused()
    {
        SpikingNetwork network = Network(new IntegrateAndFire(ResetMode.Subtract)) with { Arithmetic = new FixedPointArithmetic(8, 16) { Overflow = PotentialOverflow.Wrap } };

        var error = Assert.Throws<ConversionException>(() => NirExporter.Export(network, NirConventions.Nir, null, "net.onnx"));
        Assert.Equal("SNN1016", error.Diagnostic.Descriptor.Id);
        Assert.Contains("its potentials wrap", error.Message);
    }

    // Without what every export loses, or is refused for.
    private static SpikingNetwork Startable(SpikingNetwork network) => network with
    {
        Input = network.Input with { Encoding = InputEncoding.Events, Seed = 0 },
        Output = network.Output with { Readout = Readout.Potential, Exit = EarlyExit.Never },
        Layers = network.Layers.Select(layer => layer with
        {
            Pooling = null, InitialPotential = Floats(0),
            Neuron = layer.Neuron is SpikingNeuron neuron and not HeterogeneousNeuron ? neuron with { Refractory = 0 } : layer.Neuron,
        }).ToEquatableArray(),
    };

    private static bool IsExportable(SpikingNetwork network, NirConvention convention)
    {
        // Currents that were pooled are more than the neurons now.
        if (network.Layers.Any(layer => layer.Currents != layer.Neurons))
            return false;
        try
        {
            NirExporter.Export(network, convention, null, "net");
            return true;
        }
        catch (ConversionException error) when (error.Diagnostic.Descriptor.Id == "SNN1016")
        {
            return false;
        }
    }

    // Sums may be of another order, and so rounded otherwise: inputs are channels first now.
    private static void AssertSame(SpikingNetwork network, SpikingNetwork again, int seed)
    {
        var random = new Random(seed);
        int[] order = InputOrder(network);
        SpikeRaster before = new(network.TimeSteps, network.InputSize), after = new(network.TimeSteps, network.InputSize);
        for (int t = 0; t < network.TimeSteps; t++)
            for (int i = 0; i < order.Length; i++)
                before[t, i] = after[t, order[i]] = random.Next(3) == 0;
        SimulationResult expected = new ReferenceSimulator(network).Run(before), actual = new ReferenceSimulator(again).Run(after);
        for (int t = 0; t < network.TimeSteps; t++)
            for (int j = 0; j < network.OutputSize; j++)
            {
                double v = expected.Trace[t].Potentials[j], w = actual.Trace[t].Potentials[j];
                Assert.True(v.Equals(w) || Math.Abs(v - w) <= 1e-4 * Math.Max(1, Math.Abs(v)), $"seed {seed}, step {t}, neuron {j}: {v} became {w}");
            }
    }

    // Number in (channels, rows, columns) of each input that windows take as (rows, columns, channels).
    private static int[] InputOrder(SpikingNetwork network)
    {
        Projection? windowed = network.Layers.SelectMany(layer => layer.Projections).FirstOrDefault(projection =>
            projection.Source == Projection.NetworkInput && (projection.Pooling is not null || projection.Connection is ConvolutionConnection));
        FeatureMap? map = windowed?.Pooling?.Window.Input ?? (windowed?.Connection as ConvolutionConnection)?.Window.Input;
        if (map is null || windowed!.Order == ChannelOrder.First)
            return [.. Enumerable.Range(0, network.InputSize)];
        return [.. Enumerable.Range(0, network.InputSize).Select(i =>
        {
            (int row, int column, int channel) = map.Value.Locate(i, ChannelOrder.Last);
            return map.Value.Index(row, column, channel, ChannelOrder.First);
        })];
    }

    private static SpikingNetwork Network(SpikingNeuron neuron)
    {
        SpikingLayer Layer(string name, int source, NeuronModel model) => new(
            name, TensorShape.Of(2), new EquatableArray<Projection>([new Projection(source, ChannelOrder.Last, null, new DenseConnection(2, 2, Floats(0.5f, 1, -1, 0.25f)))]),
            null, Floats(0), Floats(1), Floats(0), model);
        return new SpikingNetwork(
            "net", new Float32Arithmetic(), 10, new InputEncoder(TensorShape.Of(2), InputEncoding.Events, 1, 0),
            new EquatableArray<SpikingLayer>([Layer("hidden", -1, neuron), Layer("readout", 0, new Integrator())]), default, default);
    }

    private static Float32Tensor Floats(params float[] values) => new(TensorShape.Of(values.Length), new EquatableArray<float>(values));
}
