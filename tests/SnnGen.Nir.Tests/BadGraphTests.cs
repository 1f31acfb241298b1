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
