using SnnGen.Conversion.Analog;
using SnnGen.Conversion.Calibration;
using SnnGen.Conversion.Chips;
using SnnGen.Conversion.Diagnostics;
using SnnGen.Conversion.LinearPrograms;
using SnnGen.Conversion.Tests.Support;
using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;
using SnnGen.Spiking.Simulation;

namespace SnnGen.Conversion.Tests.Chips;

public class ChipTests
{
    private const string Tiny = """
        { "name": "tiny", "description": "A chip.", "weightLevels": 8, "weightSign": "pairs", "potentialBits": 24, "neurons": ["if"], "resets": ["subtract"],
          "cores": 4, "neuronsPerCore": 16, "fanIn": 12, "fanOut": 40 }
        """;

    public static TheoryData<string> Builtin => [.. ChipCatalog.Names];

    [Theory]
    [MemberData(nameof(Builtin))]
    public void Every_built_in_profile_can_be_converted_for(string name)
    {
        ChipProfile chip = ChipCatalog.Find(name.ToUpperInvariant());
        Assert.Equal(name, chip.Name);
        SpikingNeuron neuron = chip.Neurons.Contains("if") ? new IntegrateAndFire(chip.Resets[0]) : new LeakyIntegrateAndFire(0.95, chip.Resets[0]);
        ConversionReport report = Convert([8, 10, 4], new ConversionOptions { Chip = chip, Neuron = neuron });

        var arithmetic = Assert.IsType<FixedPointArithmetic>(report.Network.Arithmetic);
        Assert.Equal(
            (chip.WeightBits, chip.PotentialBits, chip.Overflow), (arithmetic.WeightBits, arithmetic.PotentialBits, arithmetic.Overflow));
        Assert.All(report.Network.Layers, layer => Assert.Equal(
            chip.Equations == ChipEquations.Loihi && layer.Neuron is not Integrator, layer.Neuron is LoihiNeuron));
        Assert.Equal(name, report.Mapping!.Chip);
        Assert.Equal([80L, 40L], report.Mapping.Layers.Select(layer => layer.Synapses));
    }

    [Fact]
    public void The_mapping_counts_cores_synapses_and_memory()
    {
        ChipMapping mapping = Convert([10, 40, 5], new ConversionOptions { Chip = ChipProfileReader.Parse(Tiny.Replace("\"fanIn\": 12, ", "")) }).Mapping!;
        Assert.Equal((3 + 1, 3, 1), (mapping.Cores, mapping.Layers[0].Cores, mapping.Layers[1].Cores));
        Assert.Equal((40, 400L, 10L, 40L), (mapping.Layers[0].Neurons, mapping.Layers[0].Synapses, mapping.Layers[0].FanIn, mapping.Layers[0].FanOut));
        Assert.Equal(400 * 2 * 3, mapping.Layers[0].MemoryBits); // two conductances of three bits each
    }

    [Fact]
    public void Refuses_with_every_reason_at_once()
    {
        var options = new ConversionOptions { Chip = ChipProfileReader.Parse(Tiny) };
        ConversionException e = Assert.Throws<ConversionException>(() => Convert([20, 60, 5], options));
        Assert.Equal(DiagnosticDescriptors.DoesNotFitChip, e.Diagnostic.Descriptor);
        Assert.Contains("does not fit the chip tiny", e.Message);
        Assert.Contains("'layer1' has neurons of 20 synapses, more than 12; set FanIn=\"12\"", e.Message);
        Assert.Contains("a source of layer 'layer1' drives 60 synapses, more than 40", e.Message);
        Assert.Contains("needs 5 cores, more than 4", e.Message);

        options = options with { Neuron = new LeakyIntegrateAndFire(0.9, ResetMode.Zero) { Refractory = 2 }, Weights = WeightFormat.Float32 };
        e = Assert.Throws<ConversionException>(() => Convert([4, 4, 2], options));
        Assert.Contains("weights of 4 bits", e.Message);
        Assert.Contains("no lif neurons, but if", e.Message);
        Assert.Contains("do not reset by setting to zero", e.Message);
        Assert.Contains("rest for 0 steps at most, not 2", e.Message);
    }

    [Fact]
    public void A_limited_fan_in_makes_a_network_fit()
    {
        var options = new ConversionOptions { Chip = ChipProfileReader.Parse(Tiny), Constraints = new SynapseConstraints { FanIn = 12 } };
        ConversionReport report = Convert([20, 16, 5], options);
        Assert.All(report.Mapping!.Layers, layer => Assert.InRange(layer.FanIn, 1, 12));
    }

    [Theory]
    [InlineData(WeightFormat.Int8)]
    [InlineData(WeightFormat.Int4)]
    public void Excitatory_chips_get_weights_that_are_not_negative(WeightFormat weights)
    {
        ChipProfile chip = ChipCatalog.Find("generic-int8") with { WeightSign = WeightSign.NonNegative };
        SpikingNetwork network = Convert([10, 12, 3], new ConversionOptions { Chip = chip, Weights = weights }).Network;
        Assert.All(network.Layers, layer => Assert.All(((IntegerTensor)layer.Projections[0].Connection.Weights).Values, w => Assert.True(w >= 0)));
        Assert.Contains(((IntegerTensor)network.Layers[0].Projections[0].Connection.Weights).Values, w => w > 0);
    }

    [Fact]
    public void A_chip_that_only_shifts_gets_leaks_by_shift()
    {
        var options = new ConversionOptions { Chip = ChipCatalog.Find("xylo"), Neuron = new CurrentBasedLeakyIntegrateAndFire(0.4, 0.9, ResetMode.Subtract) };
        var neuron = Assert.IsType<CurrentBasedLeakyIntegrateAndFire>(Convert([8, 10, 4], options).Network.Layers[0].Neuron);
        Assert.Equal((LeakForm.Shift, LeakShift.Leak(1), LeakShift.Leak(3)), (neuron.LeakForm, neuron.SynapticLeak, neuron.Leak));
    }

    [Fact]
    public void A_leak_by_shift_can_be_chosen_without_a_chip_but_not_for_one_with_mantissas()
    {
        var options = new ConversionOptions { Neuron = new LeakyIntegrateAndFire(0.95, ResetMode.Subtract) { LeakForm = LeakForm.Shift } };
        var neuron = Assert.IsType<LeakyIntegrateAndFire>(Convert([8, 10, 4], options).Network.Layers[0].Neuron);
        Assert.Equal((LeakForm.Shift, LeakShift.Leak(4)), (neuron.LeakForm, neuron.Leak));

        ConversionException e = Assert.Throws<ConversionException>(() => Convert([4, 4, 2], options with { Chip = ChipCatalog.Find("spinnaker2") }));
        Assert.Contains("its leaks are mantissas, not shifts", e.Message);
        e = Assert.Throws<ConversionException>(() => Convert([4, 4, 2], options with { Weights = WeightFormat.Float32 }));
        Assert.Equal(DiagnosticDescriptors.InvalidSetting, e.Diagnostic.Descriptor);
        Assert.Contains("a leak is a shift only in fixed point", e.Message);
    }

    [Fact]
    public void Potentials_that_wrap_do_not_on_calibration_inputs()
    {
        AnalogNetwork analog = RandomAnn.Create(3, new Relu(), 12, 20, 4);
        InputBatch inputs = RandomAnn.Inputs(analog, 60, 4);
        ChipProfile chip = ChipCatalog.Find("loihi2") with { Overflow = PotentialOverflow.Wrap };
        SpikingNetwork wrapping = ModelConverter.Convert(analog, inputs, new ConversionOptions { Chip = chip }, "model.onnx").Network;
        Assert.Equal(PotentialOverflow.Wrap, ((FixedPointArithmetic)wrapping.Arithmetic).Overflow);
        SpikingNetwork wide = wrapping with { Arithmetic = new FixedPointArithmetic(8, FixedPointArithmetic.MaximumPotentialBits) };
        for (int i = 0; i < inputs.Count; i++)
            Assert.Equal(inputs.Simulate(new ReferenceSimulator(wide), i).Potentials, inputs.Simulate(new ReferenceSimulator(wrapping), i).Potentials);
    }

    [Fact]
    public void Constraints_are_those_of_the_linear_program() => Assert.Contains(
        "LeastAbsolute",
        Assert.Throws<ConversionException>(() => Convert([4, 4, 2], new ConversionOptions
        {
            Objective = LayerObjective.LeastSquares, Constraints = new SynapseConstraints { NonNegative = true },
        })).Message);

    [Theory]
    [InlineData("[]", "must be an object")]
    [InlineData("{", "cannot be read")]
    [InlineData("{}", "lacks a text 'name'")]
    [InlineData("""{ "name": "x", "description": "y", "colour": 1 }""", "a member 'colour' that is not known")]
    [InlineData("""{ "name": "x", "description": "y", "architecture": "steam" }""", "unknown 'architecture'; known are digital, analog, hybrid")]
    [InlineData("""{ "name": "x", "description": "y" }""", "lacks 'weightBits' or 'weightLevels'")]
    [InlineData("""{ "name": "x", "description": "y", "weightBits": 9 }""", "'weightBits' from 2 to 8")]
    [InlineData("""{ "name": "x", "description": "y", "weightLevels": 6 }""", "power of two")]
    [InlineData("""{ "name": "x", "description": "y", "weightBits": 8, "neurons": ["izhikevich"] }""", "one or more of if, lif, cuba-lif as 'neurons'")]
    [InlineData("""{ "name": "x", "description": "y", "weightBits": 8, "neurons": ["if"], "resets": [] }""", "as 'resets'")]
    [InlineData("""{ "name": "x", "description": "y", "weightBits": 8, "neurons": ["if"], "resets": ["zero"], "cores": 0 }""", "'cores' from 1")]
    [InlineData("""{ "name": "x", "description": "y", "weightBits": 8, "neurons": ["if"], "resets": ["zero"], "maxPooling": 1 }""", "true or false as 'maxPooling'")]
    [InlineData("""{ "name": "x", "description": "y", "weightBits": 8, "neurons": ["if"], "resets": ["zero"], "potentialBits": 33 }""", "'potentialBits' from 16 to 32")]
    [InlineData("""{ "name": "x", "description": "y", "weightBits": 8, "neurons": ["if"], "resets": ["zero"], "overflow": "explode" }""", "unknown 'overflow'; known are saturate, wrap")]
    [InlineData("""{ "name": "x", "description": "y", "weightBits": 8, "neurons": ["if"], "resets": ["zero"], "leak": "drip" }""", "unknown 'leak'; known are mantissa, shift")]
    [InlineData("""{ "name": "x", "description": "y", "weightBits": 8, "neurons": ["if"], "resets": ["zero"], "delay": 2 }""", "'delay' from 0 to 1")]
    [InlineData("""{ "name": "x", "description": "y", "weightBits": 8, "neurons": ["if"], "resets": ["zero"], "equations": "loihi" }""", "has the equations of Loihi, which need 24 'potentialBits'")]
    public void A_bad_profile_is_refused_by_file_and_reason(string text, string reason)
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("chip.json", text);
        ConversionException e = Assert.Throws<ConversionException>(() => ChipCatalog.Find(file));
        Assert.Equal((DiagnosticDescriptors.InvalidChipProfile, file), (e.Diagnostic.Descriptor, e.Diagnostic.File));
        Assert.Contains(reason, e.Message);
    }

    [Fact]
    public void An_unknown_name_gets_the_known_ones() =>
        Assert.Contains("known are dynapcnn, generic-int4", Assert.Throws<ConversionException>(() => ChipCatalog.Find("pentium")).Message);

    private static ConversionReport Convert(int[] sizes, ConversionOptions options)
    {
        AnalogNetwork analog = RandomAnn.Create(3, new Relu(), sizes);
        InputBatch inputs = RandomAnn.Inputs(analog, 60, 4);
        return ModelConverter.Convert(analog, inputs, options, "model.onnx");
    }
}
