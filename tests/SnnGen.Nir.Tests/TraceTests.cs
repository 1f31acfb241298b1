using SnnGen.Conversion;
using SnnGen.Conversion.Chips;
using SnnGen.Conversion.Nir;
using SnnGen.Conversion.Nir.Files;
using SnnGen.Conversion.Nir.Import;
using SnnGen.Conversion.Nir.Quantization;
using SnnGen.Generators.Tests.Agreement;
using SnnGen.Nir.Tests.Support;
using SnnGen.Spiking;
using SnnGen.Spiking.Simulation;

namespace SnnGen.Nir.Tests;

/// <summary>
/// What simulators recorded of the same neuron and input, replayed by generated code, each with the convention of that simulator.
/// A potential is compared in the simulator's own unit, which docs/nir.md derives.
/// </summary>
public sealed class TraceTests
{
    private const double Dt = 1e-4, Gain = 0.04;

    [SharedTheory]
    [InlineData("norse", "norse", 1, 1e-6)]
    [InlineData("snntorch", "snntorch", 1 / Gain, 1e-6)]
    [InlineData("spinnaker2", "spinnaker2", 102 / 102.02 / Gain, 1e-6)]
    [InlineData("lava_cpu_float", "lava", 1, 1e-6)]
    [InlineData("rockpool", "rockpool", 1, 1e-7)]
    [InlineData("nengo", "nengo", 10, 1e-6)]
    public void Spikes_are_those_of_the_recording_and_potentials_its_to_rounding(string recording, string convention, double unit, double tolerance)
    {
        Recording expected = Recording.Of(recording);
        Outcome[] steps = Replay(expected, convention, out SpikingNetwork network);

        Assert.Equal(expected.Spikes, steps.Select(step => (step.HiddenSpikes[0][0] & 1) != 0));
        double largest = expected.Potential.Max(Math.Abs);
        for (int t = 0; t < steps.Length; t++)
            Assert.Equal(expected.Potential[t], steps[t].Potentials[0] * unit, tolerance * largest);
        AgreesWithReference(network, expected, steps);
    }

    [SharedFact]
    public void Sinabs_takes_inputs_that_are_scaled_by_hand()
    {
        Recording expected = Recording.Of("sinabs");
        SpikingNetwork network = Network(expected, "sinabs") with { Input = new InputEncoder(Spiking.Numerics.TensorShape.Of(1), InputEncoding.Current, 1, 0) };
        float[] inputs = [.. expected.Input.Select(value => value > 0 ? (float)Gain : 0)];
        Outcome[] steps = Runner(network).StepSequence([.. inputs.Select(value => new[] { value })]);

        Assert.Equal(expected.Spikes, steps.Select(step => (step.HiddenSpikes[0][0] & 1) != 0));
        for (int t = 0; t < steps.Length; t++)
            Assert.Equal(expected.Potential[t], steps[t].Potentials[0], 1e-8);
        Assert.Equal(new ReferenceSimulator(network).RunSequence(inputs).Trace.Select(step => step.Potentials[0]), steps.Select(step => step.Potentials[0]));
    }

    // Spyx shows a spike a step after its potential, which it takes away by then.
    [SharedFact]
    public void Spyx_spikes_and_resets_a_step_late()
    {
        Recording expected = Recording.Of("spyx");
        Outcome[] steps = Replay(expected, "spyx", out _);
        bool[] spikes = [.. steps.Select(step => (step.HiddenSpikes[0][0] & 1) != 0)];

        Assert.Equal(expected.Spikes, spikes);
        const double Taken = 0.1 / 0.96;
        for (int t = 0; t + 1 < steps.Length; t++)
            Assert.Equal(expected.Potential[t], steps[t + 1].Potentials[0] + (spikes[t + 1] ? Taken : 0), 1e-7);
    }

    // The chip itself shows 1 << 7 in the steps of its spikes, where it counts the steps to rest; Lava's model shows 0.
    [SharedTheory]
    [InlineData("lava_cpu_fixed", 0)]
    [InlineData("lava_loihi_fixed", 128)]
    public void The_profile_of_Loihi_has_the_integers_of_Lava_and_of_the_chip(string recording, int resting)
    {
        Recording expected = Recording.Of(recording);
        string file = SharedData.Path("nir", "paper", "01_lif", "lif_norse.nir");
        var options = new NirConversionOptions
        {
            Import = new NirImportOptions { Convention = NirNetworks.Convention("lava"), TimeSteps = expected.Input.Length }, Chip = ChipCatalog.Find("loihi"), Weights = WeightFormat.Int8,
        };
        NirConversion conversion = NirConverter.Convert(NirFileReader.Read(file), "lif", options, network => SpikeInputs.Synthetic(network, 0), file);
        Outcome[] steps = Runner(conversion.Network).StepFrames(Frames(expected));

        Assert.Equal(expected.Spikes, steps.Select(step => (step.HiddenSpikes[0][0] & 1) != 0));
        Assert.Equal(expected.Potential, steps.Select((step, t) => expected.Spikes[t] ? step.Potentials[0] + resting : step.Potentials[0]));
    }

    // Resets between the steps: no rule in steps has the same potentials after a spike.
    [SharedFact]
    public void The_event_exact_solution_has_the_same_spikes_and_nearly_the_same_potentials()
    {
        Recording expected = Recording.Of("exact");
        SpikingNetwork network = Network(expected, "nengo", Spiking.Neurons.ResetMode.Subtract);
        Outcome[] steps = Runner(network).StepFrames(Frames(expected));

        Assert.Equal(expected.Spikes, steps.Select(step => (step.HiddenSpikes[0][0] & 1) != 0));
        int first = Array.IndexOf(expected.Spikes, true);
        double before = Enumerable.Range(0, first).Max(t => Math.Abs(expected.Potential[t] - steps[t].Potentials[0]));
        double miss = Enumerable.Range(0, steps.Length).Max(t => Math.Abs(expected.Potential[t] - steps[t].Potentials[0]));
        Assert.InRange(before, 0, 1e-7);
        Assert.InRange(miss, 1e-5, 7e-4);
    }

    private static Outcome[] Replay(Recording recording, string convention, out SpikingNetwork network)
    {
        network = Network(recording, convention);
        return Runner(network).StepFrames(Frames(recording));
    }

    private static SpikingNetwork Network(Recording recording, string convention, Spiking.Neurons.ResetMode? reset = null) => NirNetworks.Paper("01_lif/lif_norse.nir", new NirImportOptions
    {
        Convention = NirNetworks.Convention(convention), Dt = Dt, TimeSteps = recording.Input.Length, Reset = reset,
    });

    private static INetworkRunner Runner(SpikingNetwork network) => GeneratedNetworks.Runner(GeneratedNetworks.Load(network), 0);

    private static ulong[][] Frames(Recording recording) => [.. recording.Input.Select(value => new[] { value > 0 ? 1UL : 0UL })];

    private static void AgreesWithReference(SpikingNetwork network, Recording recording, Outcome[] steps)
    {
        var raster = new SpikeRaster(steps.Length, 1);
        for (int t = 0; t < steps.Length; t++)
            raster[t, 0] = recording.Input[t] > 0;
        Assert.Equal(new ReferenceSimulator(network).Run(raster).Trace.Select(step => step.Potentials[0]), steps.Select(step => step.Potentials[0]));
    }
}
