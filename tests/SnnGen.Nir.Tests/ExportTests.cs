using SnnGen.Conversion.Nir.Conventions;
using SnnGen.Conversion.Nir.Export;
using SnnGen.Conversion.Nir.Files;
using SnnGen.Conversion.Nir.Graph;
using SnnGen.Conversion.Nir.Import;
using SnnGen.Conversion.Tests.Support;
using SnnGen.Nir.Tests.Support;
using SnnGen.Spiking;
using SnnGen.Spiking.Neurons;

namespace SnnGen.Nir.Tests;

/// <summary>What is exported is, read again, the same network, bit for bit.</summary>
public sealed class ExportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Simulators => [.. NirConventions.Names];

    public void Dispose() => _folder.Dispose();

    [SharedTheory]
    [InlineData("01_lif/lif_norse.nir", "nir")]
    [InlineData("01_lif/lif_norse.nir", "norse")]
    [InlineData("01_lif/lif_norse.nir", "spyx")]
    [InlineData("01_lif/lif_rockpool.nir", "rockpool")]
    [InlineData("01_lif/lif_rockpool.nir", "nengo")]
    [InlineData("01_lif/debug_spike_representation/two_lif_neurons.nir", "lava")]
    [InlineData("02_cnn/cnn_sinabs.nir", "sinabs")]
    [InlineData("03_rnn/braille_noDelay_bias_zero.nir", "snntorch")]
    [InlineData("03_rnn/braille_noDelay_noBias_subtract.nir", "snntorch")]
    public void Files_of_other_frameworks_come_back(string file, string simulator)
    {
        var options = new NirImportOptions { Convention = NirNetworks.Convention(simulator), Dt = simulator == "norse" ? 1e-4 : null };
        SpikingNetwork network = NirNetworks.Paper(file, options);

        Assert.Equal(network, Again(network, options));
    }

    [Theory]
    [MemberData(nameof(Simulators))]
    public void Random_graphs_come_back(string simulator)
    {
        for (int seed = 0; seed < 40; seed++)
        {
            var options = new NirImportOptions { Convention = NirNetworks.Convention(simulator), Dt = 1e-4, Encoding = InputEncoding.Events };
            SpikingNetwork network = NirImporter.Import(RandomNirGraph.Create(seed), "net", options, "random.nir");
            SpikingNetwork again = Again(network, options);
            for (int l = 0; l < network.Layers.Count; l++)
                Assert.True(network.Layers[l] == again.Layers[l], $"seed {seed}: {network.Layers[l]}\n{again.Layers[l]}");
            Assert.Equal(network, again);
        }
    }

    [H5pyFact]
    public void H5py_writes_what_it_read_and_it_still_is_the_same_network()
    {
        var options = new NirImportOptions { Dt = 1e-4 };
        for (int seed = 0; seed < 5; seed++)
        {
            SpikingNetwork network = NirImporter.Import(RandomNirGraph.Create(seed), "net", options, "random.nir");
            string written = _folder.PathOf($"written{seed}.nir"), rewritten = _folder.PathOf($"rewritten{seed}.nir");
            Write(written, NirExporter.Export(network, options.Convention, options.Dt, written));
            H5py.Run("rewrite.py", [written, rewritten, "latest", "gzip"]);

            Assert.Equal(network, NirNetworks.Import(rewritten, options) with { Name = network.Name });
        }
    }

    [Fact]
    public void What_NIR_cannot_say_is_refused_by_the_name_of_the_layer()
    {
        SpikingNetwork network = NirImporter.Import(RandomNirGraph.Create(1), "net", new NirImportOptions(), "random.nir");
        Spiking.Layers.SpikingLayer last = network.Layers[^1];
        var resting = new IntegrateAndFire(ResetMode.Zero) { Refractory = 2 };
        SpikingNetwork changed = network with { Layers = network.Layers.Take(network.Layers.Count - 1).Append(last with { Neuron = resting }).ToEquatableArray() };

        var error = Assert.Throws<Conversion.Diagnostics.ConversionException>(() => NirExporter.Export(changed, NirConventions.Nir, null, "net.onnx"));
        Assert.Equal("SNN1016", error.Diagnostic.Descriptor.Id);
        Assert.Contains($"layer '{last.Name}': its neurons rest after a spike", error.Message);
    }

    private SpikingNetwork Again(SpikingNetwork network, NirImportOptions options)
    {
        string file = _folder.PathOf("again.nir");
        Write(file, NirExporter.Export(network, options.Convention, options.Dt, file));
        return NirNetworks.Import(file, options with { Reset = Reset(network) ?? options.Reset }) with { Name = network.Name };
    }

    // Comparisons are reset to zero, whatever the others do.
    private static ResetMode? Reset(SpikingNetwork network) => network.Layers.Select(layer => layer.Neuron).OfType<HeterogeneousNeuron>().Any(neuron => neuron.Reset == ResetMode.Subtract) ? ResetMode.Subtract : null;

    private static void Write(string file, NirGraph graph)
    {
        using FileStream stream = File.Create(file);
        NirFileWriter.Write(graph, stream);
    }
}
