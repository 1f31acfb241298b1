using SnnGen.Conversion;
using SnnGen.Conversion.Chips;
using SnnGen.Conversion.Diagnostics;
using SnnGen.Conversion.Nir;
using SnnGen.Conversion.Nir.Files;
using SnnGen.Conversion.Nir.Import;
using SnnGen.Conversion.Nir.Quantization;
using SnnGen.Generators.Tests.Agreement;
using SnnGen.Nir.Tests.Support;
using SnnGen.Spiking;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Simulation;

namespace SnnGen.Nir.Tests;

/// <summary>Networks of NIR in fixed point.</summary>
public sealed class QuantizationTests
{
    private const string Zero = "03_rnn/braille_noDelay_bias_zero.nir", Subtract = "03_rnn/braille_noDelay_noBias_subtract.nir", Images = "02_cnn/cnn_sinabs.nir";

    [SharedTheory]
    [InlineData(Zero, "snntorch", 256, WeightFormat.Int8, null, 0.55, 0.65)]
    [InlineData(Subtract, "snntorch", 256, WeightFormat.Int8, null, 0.55, 0.65)]
    [InlineData(Images, "sinabs", 10, WeightFormat.Int8, null, 0.2, 0.6)]
    [InlineData(Images, "sinabs", 10, WeightFormat.Int4, null, 0.8, 0.5)]
    [InlineData(Images, "sinabs", 10, WeightFormat.Int8, "dynapcnn", 0.2, 0.6)]
    [InlineData(Zero, "snntorch", 256, WeightFormat.Int8, "loihi", 1.5, 0.3)]
    [InlineData(Subtract, "snntorch", 256, WeightFormat.Int8, "generic-int8", 0.55, 0.65)]
    public void Spikes_move_a_little_and_generated_code_has_the_same(string file, string simulator, int steps, WeightFormat weights, string? chip, double moved, double agreement)
    {
        NirConversion conversion = Convert(file, simulator, steps, weights, chip);
        SpikeDrift drift = conversion.Drift!;
        double share = drift.Layers.Sum(layer => (double)layer.Moved) / drift.Layers.Sum(layer => layer.Before);

        Assert.True(share <= moved && drift.Agreement >= agreement, $"moved {share}, agreement {drift.Agreement}: {string.Join("; ", drift.Layers)}");
        using var assembly = GeneratedNetworks.Load(conversion.Network);
        INetworkRunner runner = GeneratedNetworks.Runner(assembly, 0);
        var random = new Random(7);
        for (int sample = 0; sample < 3; sample++)
            AssertSame(conversion.Network, runner, random);
    }

    [SharedTheory]
    [InlineData("01_lif/lif_norse.nir")]
    [InlineData("01_lif/lif_rockpool.nir")]
    [InlineData("01_lif/debug_spike_representation/two_lif_neurons.nir")]
    [InlineData(Images)]
    [InlineData(Zero)]
    [InlineData(Subtract)]
    public void Every_file_of_the_paper_compiles_and_runs_as_it_comes_and_in_integers(string file)
    {
        SpikingNetwork[] networks = [.. new[] { WeightFormat.Float32, WeightFormat.Int8, WeightFormat.Int2 }.Select(weights => Convert(file, "nir", 12, weights, null).Network)];
        using var assembly = GeneratedNetworks.Load(networks);
        for (int i = 0; i < networks.Length; i++)
            AssertSame(networks[i], GeneratedNetworks.Runner(assembly, i), new Random(i));
    }

    private static void AssertSame(SpikingNetwork network, INetworkRunner runner, Random random)
    {
        var raster = new SpikeRaster(network.TimeSteps, network.InputSize);
        for (int t = 0; t < network.TimeSteps; t++)
            for (int i = 0; i < network.InputSize; i++)
                raster[t, i] = random.Next(20) == 0;
        SimulationResult expected = new ReferenceSimulator(network).Run(raster);
        Outcome[] outcomes = runner.StepFrames([.. Enumerable.Range(0, network.TimeSteps).Select(t => raster.Frame(t).ToArray())]);
        for (int t = 0; t < outcomes.Length; t++)
        {
            Assert.Equal(expected.Trace[t].Potentials, outcomes[t].Potentials);
            Assert.Equal(expected.Rasters.Select(r => r.Frame(t).ToArray()), outcomes[t].HiddenSpikes);
        }
    }

    [SharedFact]
    public void The_same_inputs_give_the_same_network_whatever_the_threads()
    {
        SpikingNetwork one = Convert(Zero, "snntorch", 64, WeightFormat.Int4, null, threads: 1).Network, two = Convert(Zero, "snntorch", 64, WeightFormat.Int4, null, threads: 4).Network;
        Assert.Equal(one, two);
    }

    [SharedTheory]
    [InlineData(Images, "nir", new[] { "1", "3", "6", "10", "12" })]
    [InlineData(Images, "sinabs", new string[0])]
    [InlineData(Zero, "snntorch", new string[0])]
    [InlineData("01_lif/lif_norse.nir", "norse", new string[0])]
    [InlineData("01_lif/lif_norse.nir", "nir", new string[0])]
    public void Layers_that_can_never_spike_are_named(string file, string simulator, string[] silent)
    {
        NirConversion conversion = Convert(file, simulator, 64, WeightFormat.Float32, null);

        Assert.Equal(silent.Length > 0 ? [$"no input can make {string.Join(", ", silent.Select(name => $"'{name}'"))} spike within 64 steps of 0.0001 s, as the simulator nir computes them; choose the Simulator that the network was made with, its Dt, or more TimeSteps"] : [],
            conversion.Warnings.Select(warning => warning.Message));
    }

    [SharedTheory]
    [InlineData(Subtract, "snntorch", WeightFormat.Int8, "loihi", ResetMode.Subtract, "SNN1015", "its neurons do not reset so; choose Reset Zero")]
    [InlineData(Zero, "snntorch", WeightFormat.Int8, "dynapcnn", null, "SNN1015", "it has no cuba-lif neurons")]
    [InlineData(Zero, "snntorch", WeightFormat.Float32, "loihi", null, "SNN1015", "choose Weights Int8 or fewer bits")]
    public void What_a_chip_cannot_do_is_refused(string file, string simulator, WeightFormat weights, string chip, ResetMode? reset, string id, string message)
    {
        var error = Assert.Throws<ConversionException>(() => Convert(file, simulator, 64, weights, chip, reset));
        Assert.Equal(id, error.Diagnostic.Descriptor.Id);
        Assert.Contains(message, error.Message);
    }

    private static NirConversion Convert(string file, string simulator, int steps, WeightFormat weights, string? chip, ResetMode? reset = null, int threads = 2)
    {
        string path = SharedData.Path(["nir", "paper", .. file.Split('/')]);
        reset ??= chip != "loihi" && file == Subtract ? ResetMode.Subtract : null;
        var options = new NirConversionOptions
        {
            Import = new NirImportOptions { Convention = NirNetworks.Convention(simulator), TimeSteps = steps, Reset = reset },
            Weights = weights, Chip = chip is null ? null : ChipCatalog.Find(chip), Threads = threads,
        };
        return NirConverter.Convert(NirFileReader.Read(path), "net", options, network => SpikeInputs.Synthetic(network, seed: 1), path);
    }
}
