using SnnGen.Conversion.Analog;
using SnnGen.Conversion.Calibration;
using SnnGen.Conversion.Chips;
using SnnGen.Conversion.Diagnostics;
using SnnGen.Conversion.Tests.Support;
using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.NetworkFile;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;
using SnnGen.Spiking.Simulation;

namespace SnnGen.Conversion.Tests.Chips;

/// <summary>Conversion to the integers of Loihi.</summary>
public class LoihiChipTests
{
    private static readonly ChipProfile s_chip = ChipCatalog.Find("loihi");
    private static readonly AnalogNetwork s_analog = RandomAnn.Create(5, new Relu(), 20, 24, 16, 4);

    public static TheoryData<SpikingNeuron, int, int> Neurons => new()
    {
        { new IntegrateAndFire(ResetMode.Zero), 4095, 0 },
        { new LeakyIntegrateAndFire(0.9, ResetMode.Zero), 4095, 410 },
        { new CurrentBasedLeakyIntegrateAndFire(0.5, 0.9, ResetMode.Zero), 2047, 410 },
    };

    [Theory]
    [MemberData(nameof(Neurons))]
    public void Neurons_have_the_decays_of_their_kind_and_keep_the_decisions(SpikingNeuron neuron, int du, int dv)
    {
        InputBatch inputs = RandomAnn.Inputs(s_analog, 200, 6);
        SpikingNetwork network = Convert(inputs, new ConversionOptions { Neuron = neuron, TimeSteps = 16 });
        // A held input does not pass the synapse, so the first layer has no use for its memory.
        Assert.Equal((LoihiNeuron.LargestDecay, dv), Decays(network.Layers[0]));
        Assert.Equal((du, dv), Decays(network.Layers[1]));
        Assert.IsType<Integrator>(network.Layers[2].Neuron);
        Assert.InRange(Agreement.Measure(s_analog, network, inputs).Share, 0.85, 1);
    }

    [Theory]
    [InlineData(InputEncoding.Current, 10, 255, 0)]
    [InlineData(InputEncoding.Rate, 11, 1, 1)]
    [InlineData(InputEncoding.Poisson, 11, 1, 1)]
    [InlineData(InputEncoding.Events, 11, 1, 1)]
    public void The_outputs_see_as_many_steps_as_without_delays(InputEncoding encoding, int timeSteps, int worth, int delay)
    {
        var options = new ConversionOptions { Neuron = new IntegrateAndFire(ResetMode.Zero), Encoding = encoding };
        SpikingNetwork network = Convert(RandomAnn.Inputs(s_analog, 60, 6, encoding), options);
        Assert.Equal(timeSteps, network.TimeSteps);
        Assert.Equal([(worth, delay), (1, 1), (128, 1)], network.Layers.Select(layer => (layer.Projections[0].SpikeWorth, layer.Projections[0].Delay)));

        SpikingNetwork standIn = ModelConverter.ShapeOnly(s_analog, options with { Chip = s_chip });
        NetworkValidator.Validate(standIn);
        Assert.Equal((network.Arithmetic, network.TimeSteps), (standIn.Arithmetic, standIn.TimeSteps));
        Assert.Equal(network.Layers.Select(layer => layer.Neuron.GetType()), standIn.Layers.Select(layer => layer.Neuron.GetType()));
        Assert.Equal(network.Layers.Select(layer => layer.Projections[0].Delay), standIn.Layers.Select(layer => layer.Projections[0].Delay));
    }

    [Theory]
    [InlineData(WeightFormat.Int8)]
    [InlineData(WeightFormat.Int4)]
    [InlineData(WeightFormat.Int2)]
    public void Nothing_overflows_on_the_calibration_inputs(WeightFormat weights)
    {
        InputBatch inputs = RandomAnn.Inputs(s_analog, 100, 6);
        var options = new ConversionOptions { Neuron = new CurrentBasedLeakyIntegrateAndFire(0.5, 1, ResetMode.Zero), Weights = weights };
        SpikingNetwork network = Convert(inputs, options);
        var second = (LoihiNeuron)network.Layers[1].Neuron;
        int levels = ((IntegerTensor)network.Layers[1].Projections[0].Connection.Weights).Values.Distinct().Count();
        Assert.InRange(levels, 2, weights switch { WeightFormat.Int2 => 3, WeightFormat.Int4 => 15, _ => 255 });
        // What all synapses together add, for ever, stays within the 24 bits of the current.
        long largest = CurrentBounds.Of(network.Layers[1]).Max() << second.WeightExponent + LoihiNeuron.Alignment;
        Assert.InRange(largest / (1 - second.SynapticLeak), 1 << 16, 1.02 * LoihiNeuron.StateLimit);
        Assert.All(Enumerable.Range(0, inputs.Count), i => Assert.All(
            inputs.Simulate(new ReferenceSimulator(network), i).Potentials, v => Assert.InRange(Math.Abs(v), 0, LoihiNeuron.StateLimit - 1)));
    }

    [Fact]
    public void The_readout_is_a_neuron_of_Loihi_that_never_fires()
    {
        InputBatch inputs = RandomAnn.Inputs(s_analog, 40, 6);
        SpikingNetwork network = Convert(inputs, new ConversionOptions { Neuron = new IntegrateAndFire(ResetMode.Zero) });
        SpikingLayer readout = network.Layers[2];
        SpikingLayer onChip = OnChip(readout);
        NetworkValidator.Validate(network with
        {
            Layers = new EquatableArray<SpikingLayer>([network.Layers[0], network.Layers[1], onChip]),
            Output = network.Output with { Readout = Readout.Count },
        });
        for (int i = 0; i < inputs.Count; i++)
        {
            SimulationResult result = inputs.Simulate(new ReferenceSimulator(network), i);
            LayerSimulator simulator = LayerSimulator.Create(onChip, network.Arithmetic);
            for (int step = 0; step < network.TimeSteps; step++)
                simulator.Step(source => result.Rasters[source], new SpikeRaster(network.TimeSteps, readout.Neurons), step);
            Assert.Equal(result.Potentials, simulator.Potentials());
        }
    }

    [Fact]
    public void Refuses_what_the_chip_has_no_way_for()
    {
        var options = new ConversionOptions { Neuron = new IntegrateAndFire(ResetMode.Subtract), Encoding = InputEncoding.Latency, Readout = Readout.Count };
        string message = Refusal(s_analog, options);
        Assert.Contains("do not reset by subtraction", message);
        Assert.Contains("its synapses do not last", message);
        Assert.Contains("its outputs are read as potentials", message);

        options = new ConversionOptions { Neuron = new IntegrateAndFire(ResetMode.Zero) };
        Assert.Contains("layer 'layer1' takes the input beside spikes or is the readout", Refusal(RandomAnn.Create(5, new Relu(), 20, 4), options));
    }

    // The same synapses and biases, as the chip's registers hold them; the threshold is out of reach of these inputs.
    private static SpikingLayer OnChip(SpikingLayer readout)
    {
        Projection projection = readout.Projections[0];
        int[] bias = ((IntegerTensor)readout.Bias).Values.ToArray();
        int exponent = 0;
        while (bias.Any(b => Math.Abs(b) >> exponent > LoihiNeuron.LargestBias))
            exponent++;
        Assert.All(bias, b => Assert.Equal(b, b >> exponent << exponent));
        var weights = new IntegerTensor(
            projection.Connection.Weights.Shape, 16, new EquatableArray<int>([.. ((IntegerTensor)projection.Connection.Weights).Values.Select(w => 2 * w)]));
        return readout with
        {
            Neuron = new LoihiNeuron(LoihiNeuron.LargestDecay, 0) { BiasExponent = exponent },
            Bias = new IntegerTensor(readout.Bias.Shape, 32, new EquatableArray<int>([.. bias.Select(b => b >> exponent)])),
            Threshold = new IntegerTensor(TensorShape.Of(1), 32, new EquatableArray<int>([LoihiNeuron.LargestThreshold])),
            Projections = new EquatableArray<Projection>(
                [projection with { SpikeWorth = 1, Connection = ((DenseConnection)projection.Connection) with { Weights = weights } }]),
        };
    }

    private static (int Du, int Dv) Decays(SpikingLayer layer)
    {
        LoihiNeuron neuron = Assert.IsType<LoihiNeuron>(layer.Neuron);
        return (neuron.CurrentDecay, neuron.PotentialDecay);
    }

    private static SpikingNetwork Convert(InputBatch inputs, ConversionOptions options) =>
        ModelConverter.Convert(s_analog, inputs, options with { Chip = s_chip }, "model.onnx").Network;

    private static string Refusal(AnalogNetwork analog, ConversionOptions options)
    {
        ConversionException e = Assert.Throws<ConversionException>(
            () => ModelConverter.Convert(analog, RandomAnn.Inputs(analog, 10, 6), options with { Chip = s_chip }, "model.onnx"));
        Assert.Equal(DiagnosticDescriptors.DoesNotFitChip, e.Diagnostic.Descriptor);
        return e.Message;
    }
}
