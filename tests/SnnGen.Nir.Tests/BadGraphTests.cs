using SnnGen.Conversion.Diagnostics;
using SnnGen.Conversion.Nir.Graph;
using SnnGen.Conversion.Nir.Import;
using SnnGen.Nir.Tests.Support;
using SnnGen.Spiking;

namespace SnnGen.Nir.Tests;

/// <summary>Graphs that are no networks: one message, which names the node.</summary>
public sealed class BadGraphTests
{
    private static readonly NirLIF s_neurons = new("lif", Ones(3, 0.01f), Ones(3), Ones(3, 0), Ones(3), null);

    public static TheoryData<string, NirGraph, string> Graphs => new()
    {
        { "SNN1004", Chain(new NirLinear("fc", Values(3, 4)), s_neurons), "node 'fc': its weights (3, 4) take 4 inputs, but what comes before has the shape (2)" },
        { "SNN1004", Chain(new NirLinear("fc", Values(4, 2)), s_neurons), "node 'lif': it has the shape (3), but what comes from 'input' has (4)" },
        { "SNN1004", Chain(new NirConv2d("conv", null, Values(1, 1, 3, 3), new(1, 1), new NirPair(0, 0), new(1, 1), 1, Ones(1)), s_neurons), "node 'conv': it takes (channels, rows, columns), but what comes before has the shape (2)" },
        { "SNN1004", Chain(new NirAffine("fc", Values(3, 2), Ones(4)), s_neurons), "node 'fc': it has 4 biases for 3 outputs" },
        { "SNN1004", Chain(new NirFlatten("flat", null, 0, 3), s_neurons), "node 'flat': it joins axes 0 to 3 of shape (2)" },
        { "SNN1004", Chain(new NirDelay("wait", Ones(3)), s_neurons), "node 'wait': it has 3 delays for shape (2)" },
        { "SNN1004", Chain(new NirLinear("fc", Values(4, 2))), "node 'output': it has the shape (3), but what comes before has (4)" },
        { "SNN1004", Chain(new NirFlatten("flat", Shape(3), 0, -1), s_neurons), "node 'flat': it says that its input has the shape (3), but what comes before has (2)" },
        { "SNN1004", Image(new NirConv2d("conv", new NirPair(5, 4), Values(1, 1, 3, 3), new(1, 1), new NirPair(0, 0), new(1, 1), 1, Ones(1))), "node 'conv': it says that its input has 5 × 4 places, but what comes before has 4 × 4" },
        { "SNN1004", Image(new NirConv2d("conv", null, Values(1, 2, 3, 3), new(1, 1), new NirPair(0, 0), new(1, 1), 1, Ones(1))), "node 'conv': its kernels (1, 2, 3, 3) in 1 groups do not fit 1 channels" },
        { "SNN1004", Image(new NirSumPool2d("pool", new(5, 5), new(1, 1), new(0, 0))), "node 'pool': its window of 5 is larger than the 4 inputs with their padding" },
        { "SNN1003", Long(), "the graph has more than 1024 nodes of neurons" },
        { "SNN1003", Chain(new NirDelay("wait", Ones(2)), s_neurons), "node 'wait': a delay of 1 s is 10000 steps of 0.0001 s; it must be 0 to 1024" },
        { "SNN1003", Chain(new NirDelay("wait", Ones(2, -1)), s_neurons), "node 'wait': a delay of -1 s" },
        { "SNN1003", Chain(new NirLinear("fc", Values(3, 2)), s_neurons with { Tau = Ones(3, 0) }), "node 'lif': a time constant is 0 s; it must be above 0" },
        { "SNN1003", Chain(new NirLinear("fc", Values(3, 2)), s_neurons with { Tau = Ones(3, 1e-5f) }), "node 'lif': a time constant of" },
        { "SNN1003", Loop(), "node 'b': it is in a circle without neurons" },
        { "SNN1003", TwoOutputs(), "node 'output2': the graph has 2 outputs, 'output', 'output2'" },
    };

    [Theory]
    [MemberData(nameof(Graphs))]
    public void Are_refused(string id, NirGraph graph, string message)
    {
        var error = Assert.Throws<ConversionException>(() => NirImporter.Import(graph, "net", new NirImportOptions(), "bad.nir"));
        Assert.Equal(id, error.Diagnostic.Descriptor.Id);
        Assert.Contains(message, error.Message);
    }

    [Fact]
    public void Settings_must_suit_the_outputs_and_the_input()
    {
        NirGraph spiking = Chain(new NirLinear("fc", Values(3, 2)), s_neurons), delayed = Chain(new NirDelay("wait", Ones(2, 1e-4f)), new NirLinear("fc", Values(3, 2)), s_neurons);

        AssertSetting(spiking, new NirImportOptions { Readout = Readout.Potential }, "the output 'lif' spikes, so its potentials cannot decide; choose Readout SpikeCount or FirstSpike");
        AssertSetting(Chain(new NirLinear("fc", Values(3, 2))), new NirImportOptions { Readout = Readout.Count }, "the output 'output' never spikes; choose Readout Potential");
        AssertSetting(spiking, new NirImportOptions { Dt = double.NaN }, "dt must be above 0");
        AssertSetting(delayed, new NirImportOptions { Encoding = InputEncoding.Current }, "a delay follows the input 'input', but values that are held have none");
    }

    [Fact]
    public void Nested_graphs_need_one_way_in()
    {
        var inner = new NirGraph(
            new([new NirInput("a", Shape(2)), new NirInput("b", Shape(2)), s_neurons, new NirOutput("out", Shape(3))]), new([new("a", "lif"), new("b", "lif"), new("lif", "out")]), null);
        NirGraph graph = Chain(new NirSubgraph("inner", inner));

        var error = Assert.Throws<ConversionException>(() => NirImporter.Import(graph, "net", new NirImportOptions(), "bad.nir"));
        Assert.Contains("node 'inner': it has 2 inputs, but an edge to a nested graph needs exactly one", error.Message);
    }

    [Fact]
    public void A_nested_graph_computes_what_it_holds()
    {
        var inner = new NirGraph(new([new NirInput("in", Shape(2)), new NirLinear("fc", Values(3, 2)), s_neurons, new NirOutput("out", Shape(3))]), new([new("in", "fc"), new("fc", "lif"), new("lif", "out")]), null);
        SpikingNetwork nested = NirImporter.Import(Chain(new NirSubgraph("inner", inner)), "net", new NirImportOptions(), "nested.nir");
        SpikingNetwork flat = NirImporter.Import(Chain(new NirLinear("fc", Values(3, 2)), s_neurons), "net", new NirImportOptions(), "flat.nir");

        Assert.Equal("inner.lif", nested.Layers[0].Name);
        Assert.Equal(flat.Layers[0], nested.Layers[0] with { Name = "lif" });
    }

    // Edges that lead elsewhere, nodes that are others, other extents: a network or one error, never a crash.
    [Fact]
    public void Damaged_graphs_give_a_network_or_an_error()
    {
        int refused = 0, networks = 0;
        for (int seed = 0; seed < 1500; seed++)
        {
            var random = new Random(seed);
            NirGraph graph = RandomNirGraph.Create(seed % 150), other = RandomNirGraph.Create(random.Next(150));
            NirNode[] nodes = [.. graph.Nodes];
            for (int change = random.Next(1, 4); change > 0; change--)
            {
                int at = random.Next(nodes.Length);
                nodes[at] = nodes[at] is NirInput or NirOutput ? nodes[at] : other.Nodes.Where(node => node is not NirInput and not NirOutput).ElementAt(random.Next(other.Nodes.Count - 2)) with { Name = nodes[at].Name };
            }
            NirEdge[] edges = [.. graph.Edges.Select(edge => random.Next(8) == 0 ? new NirEdge(nodes[random.Next(nodes.Length)].Name, edge.Target) : edge).Distinct()];
            try
            {
                NirImporter.Import(new NirGraph(new(nodes), new(edges), null), "net", new NirImportOptions(), "damaged.nir");
                networks++;
            }
            catch (ConversionException e)
            {
                Assert.Matches("^SNN10(03|04|08|10)$", e.Diagnostic.Descriptor.Id);
                refused++;
            }
        }
        Assert.True(refused > 100 && networks > 50, $"{refused} refused, {networks} networks");
    }

    private static void AssertSetting(NirGraph graph, NirImportOptions options, string message)
    {
        var error = Assert.Throws<ConversionException>(() => NirImporter.Import(graph, "net", options, "bad.nir"));
        Assert.Equal("SNN1008", error.Diagnostic.Descriptor.Id);
        Assert.Contains(message, error.Message);
    }

    private static NirGraph Chain(params NirNode[] nodes)
    {
        string[] names = ["input", .. nodes.Select(node => node.Name), "output"];
        return new NirGraph(
            new([new NirInput("input", Shape(2)), .. nodes, new NirOutput("output", Shape(3))]), new([.. names.Zip(names.Skip(1), (source, target) => new NirEdge(source, target))]), null);
    }

    private static NirGraph Image(NirNode node) => new(
        new([new NirInput("input", Shape(1, 4, 4)), node, new NirOutput("output", Shape(4))]), new([new("input", node.Name), new(node.Name, "output")]), null);

    private static NirGraph Long()
    {
        string[] names = [.. Enumerable.Range(0, 1025).Select(i => $"lif{i}")];
        return Chain([new NirLinear("fc", Values(3, 2)), .. names.Select(name => s_neurons with { Name = name })]);
    }

    private static NirGraph Loop() => new(
        new([new NirInput("input", Shape(2)), new NirLinear("a", Values(2, 2)), new NirLinear("b", Values(2, 2)), s_neurons, new NirOutput("output", Shape(3))]),
        new([new("input", "a"), new("a", "b"), new("b", "a"), new("b", "lif"), new("lif", "output")]), null);

    private static NirGraph TwoOutputs() => new(
        new([new NirInput("input", Shape(3)), s_neurons, new NirOutput("output", Shape(3)), new NirOutput("output2", Shape(3))]),
        new([new("input", "lif"), new("lif", "output"), new("lif", "output2")]), null);

    private static EquatableArray<int> Shape(params int[] shape) => new(shape);

    private static NirArray Ones(int count, float value = 1) => NirArray.Single([count], [.. Enumerable.Repeat(value, count)]);

    private static NirArray Values(params int[] shape) => NirArray.Single(shape, [.. Enumerable.Repeat(0.5f, shape.Aggregate(1, (product, extent) => product * extent))]);
}
