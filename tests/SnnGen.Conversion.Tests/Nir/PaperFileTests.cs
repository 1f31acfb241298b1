using SnnGen.Conversion.Nir.Files;
using SnnGen.Conversion.Nir.Graph;

namespace SnnGen.Conversion.Tests.Nir;

/// <summary>Files that simulators exported for the paper on NIR.</summary>
public sealed class PaperFileTests
{
    [SharedTheory]
    [InlineData("01_lif/lif_norse.nir", "0.1.1", 4, 3)]
    [InlineData("01_lif/lif_rockpool.nir", "0.2.0", 4, 3)]
    [InlineData("01_lif/debug_spike_representation/two_lif_neurons.nir", "0.2.0", 6, 5)]
    [InlineData("02_cnn/cnn_sinabs.nir", "0.2.0", 15, 14)]
    [InlineData("03_rnn/braille_noDelay_bias_zero.nir", "0.2.0", 7, 7)]
    [InlineData("03_rnn/braille_noDelay_noBias_subtract.nir", "0.2.0", 7, 7)]
    public void Are_read_and_written_again(string file, string version, int nodes, int edges)
    {
        NirGraph graph = Read(file);
        using var folder = new TemporaryFolder();

        Assert.Equal((version, nodes, edges), (graph.Version, graph.Nodes.Count, graph.Edges.Count));
        Assert.Equal(graph, NirFileReader.Read(folder.Write("again.nir", NirSamples.Bytes(graph))));
    }

    [SharedFact]
    public void Of_Norse_hold_one_neuron_of_single_precision()
    {
        NirGraph graph = Read("01_lif/lif_norse.nir");

        Assert.Equal(
            [
                new NirAffine("0", NirArray.Single([1, 1], [1]), NirArray.Single([1], [0])),
                new NirLIF(
                    "1", NirArray.Single([1], [0.0025f]), NirArray.Single([1], [1]), NirArray.Single([1], [0]), NirArray.Single([1], [0.1f]), VReset: null),
                new NirInput("input", NirSamples.Shape(1)),
                new NirOutput("output", NirSamples.Shape(1)),
            ],
            graph.Nodes);
        Assert.Equal([new("input", "0"), new("0", "1"), new("1", "output")], graph.Edges);
    }

    [SharedFact]
    public void Of_sinabs_hold_an_image_network()
    {
        NirGraph graph = Read("02_cnn/cnn_sinabs.nir");

        var first = (NirConv2d)graph.Nodes[0];
        Assert.Equal(NirSamples.Shape(16, 2, 5, 5), first.Weight.Shape);
        Assert.Equal((new NirPair(34, 34), new NirPair(2, 2), new NirPair(1, 1)), (first.InputShape, first.Stride, first.Padding.Size));
        Assert.Contains(new NirFlatten("8", NirSamples.Shape(8, 4, 4), 0, -1), graph.Nodes);
        Assert.Contains(new NirSumPool2d("7", new NirPair(2, 2), new NirPair(2, 2), new NirPair(0, 0)), graph.Nodes);
    }

    [SharedFact]
    public void Of_snnTorch_mix_precisions_and_recur()
    {
        NirGraph graph = Read("03_rnn/braille_noDelay_bias_zero.nir");

        var neuron = Assert.IsType<NirCubaLIF>(graph.Nodes.Single(node => node.Name == "lif1.lif"));
        var weights = Assert.IsType<NirAffine>(graph.Nodes.Single(node => node.Name == "lif1.w_rec"));
        Assert.Equal((false, true), (neuron.TauMem.IsSingle, weights.Weight.IsSingle));
        Assert.Equal(NirSamples.Shape(38), neuron.TauMem.Shape);
        Assert.All(neuron.TauMem.Values, tau => Assert.Equal(1e-3, tau, 1e-9));
        Assert.All(neuron.WIn.Values, weight => Assert.Equal(2.2222, weight, 1e-4));
        Assert.Contains(new NirEdge("lif1.w_rec", "lif1.lif"), graph.Edges);
        Assert.Contains(new NirEdge("lif1.lif", "lif1.w_rec"), graph.Edges);
    }

    private static NirGraph Read(string file) => NirFileReader.Read(SharedData.Path(["nir", "paper", .. file.Split('/')]));
}
