using PureHDF;
using SnnGen.Conversion.Nir.Files;
using SnnGen.Conversion.Tests.Support;

namespace SnnGen.Conversion.Tests.Nir;

/// <summary>Every bad file gives one clear error that names the node and what to do.</summary>
public sealed class BadFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_missing_file() => Refuse(_folder.PathOf("absent.nir"), "SNN1001", "Check the path");

    [Fact]
    public void A_folder_in_place_of_a_file() => Refuse(_folder.Root, "SNN1001");

    [Fact]
    public void An_empty_file() => Refuse(_folder.Write("empty.nir", []), "SNN1002", "not an HDF5 file");

    [Fact]
    public void A_text_file() => Refuse(_folder.Write("lfs.nir", "version https://git-lfs.github.com/spec/v1\n"), "SNN1002", "not an HDF5 file");

    [Fact]
    public void A_signature_and_nothing_else() => Refuse(_folder.Write("x.nir", "\u0089HDF\r\n\u001A\n"u8.ToArray()[1..]), "SNN1002");

    [Fact]
    public void An_HDF5_file_of_something_else() => Refuse(new H5File { ["weights"] = new H5Dataset(new float[3]) }, "SNN1002", "without the group 'node'");

    [Fact]
    public void A_single_node()
    {
        var file = new H5File { ["node"] = Node("LIF") };
        Refuse(file, "SNN1002", "single node of the type LIF");
    }

    [Fact]
    public void A_graph_without_nodes() => Refuse(graph => graph.Root.Remove("nodes"), "SNN1002", "the graph has no group 'nodes'");

    [Fact]
    public void A_graph_without_edges() => Refuse(graph => graph.Root.Remove("edges"), "SNN1002", "the graph has no dataset 'edges'");

    [Fact]
    public void A_node_without_type() => Refuse(graph => graph["lif"].Remove("type"), "SNN1002", "node 'lif' has no dataset 'type'");

    [Fact]
    public void A_type_that_is_a_number() => Refuse(graph => graph["lif"]["type"] = new H5Dataset(3), "SNN1002", "'type' of node 'lif' must hold text, but holds numbers");

    [Fact]
    public void Metadata_of_several_words() => Refuse(
        graph => graph["lif"]["metadata"] = new H5Group { ["snngen_reset"] = new H5Dataset(new[] { "zero", "one" }) }, "SNN1002", "'snngen_reset' of 'metadata' of node 'lif' must be one string");

    [Fact]
    public void Metadata_that_is_not_finite() => Refuse(
        graph => graph["lif"]["metadata"] = new H5Group { ["snngen_dt"] = new H5Dataset(double.NaN) }, "SNN1005", "'snngen_dt' of 'metadata' of node 'lif' has the value NaN");

    [Fact]
    public void A_type_of_several_words() => Refuse(graph => graph["lif"]["type"] = new H5Dataset(new[] { "LIF", "IF" }), "SNN1002", "'type' of node 'lif' must be one string");

    [Fact]
    public void All_unknown_primitives_at_once() => Refuse(
        graph =>
        {
            graph["lif"]["type"] = new H5Dataset("ALIF");
            graph["linear"]["type"] = new H5Dataset("ALIF");
            graph["input"]["type"] = new H5Dataset("Sensor");
        },
        "SNN1003", "Sensor (node 'input'); ALIF (node 'lif', node 'linear')", "Supported are Affine, AvgPool2d,", "NIRGraph");

    [Fact]
    public void An_unknown_primitive_within() => Refuse(
        graph => graph["linear"] = Graph(("a", Node("Odd"))).Root, "SNN1003", "Odd (node 'linear/a')");

    [Fact]
    public void A_missing_parameter() => Refuse(graph => graph["lif"].Remove("tau"), "SNN1002", "node 'lif' has no dataset 'tau'");

    [Fact]
    public void A_parameter_of_text() => Refuse(graph => graph["lif"]["tau"] = new H5Dataset("fast"), "SNN1002", "dataset 'tau' of node 'lif' must hold numbers, but holds text or lists");

    [Fact]
    public void A_parameter_that_is_a_group() => Refuse(graph => graph["lif"]["tau"] = new H5Group(), "SNN1002", "dataset 'tau' of node 'lif' is a group");

    [Fact]
    public void A_parameter_of_compounds() => Refuse(
        graph => graph["lif"]["tau"] = new H5Dataset(new[] { new System.Numerics.Vector2(1, 2) }), "SNN1002", "dataset 'tau' of node 'lif'", "Compound");

    [Fact]
    public void Parameters_of_different_shapes() => Refuse(
        graph => graph["lif"]["r"] = new H5Dataset(new float[4]), "SNN1004", "'r' of node 'lif' has the shape (4)", "'tau' has (3)", "one shape");

    [Fact]
    public void Parameters_of_different_axes() => Refuse(
        graph => graph["lif"]["r"] = new H5Dataset(new float[3], fileDims: [3, 1]), "SNN1004", "'r' of node 'lif' has the shape (3, 1)");

    [Fact]
    public void A_parameter_without_values() => Refuse(graph => graph["lif"]["r"] = new H5Dataset(new float[0]), "SNN1004", "'r' of node 'lif'", "without a single value");

    [Theory]
    [InlineData(float.NaN, "NaN")]
    [InlineData(float.PositiveInfinity, "Infinity")]
    [InlineData(float.NegativeInfinity, "-Infinity")]
    public void A_parameter_that_is_not_finite(float value, string text) => Refuse(
        graph => graph["lif"]["r"] = new H5Dataset(new[] { 1, value, 1 }), "SNN1005", $"'r' of node 'lif' has the value {text} at 1");

    [Fact]
    public void Weights_of_one_axis() => Refuse(graph => graph["linear"]["weight"] = new H5Dataset(new float[6]), "SNN1004", "'weight' of node 'linear' has the shape (6)");

    [Fact]
    public void Biases_that_do_not_fit_the_weights() => Refuse(
        graph =>
        {
            graph["linear"]["type"] = new H5Dataset("Affine");
            graph["linear"]["bias"] = new H5Dataset(new float[2]);
        },
        "SNN1004", "'bias' of node 'linear' has the shape (2)", "(3)");

    [Theory]
    [InlineData("weight", new[] { 2, 1, 3 }, "4 axes")]
    [InlineData("groups", new[] { 3 }, "3 groups cannot share")]
    [InlineData("groups", new[] { 0 }, "at least 1")]
    [InlineData("groups", new[] { 1, 1 }, "must have one")]
    [InlineData("stride", new[] { 0, 1 }, "at least 1")]
    [InlineData("stride", new[] { 1, 1, 1 }, "one or two")]
    [InlineData("padding", new[] { -1 }, "at least 0")]
    [InlineData("dilation", new[] { 0 }, "at least 1")]
    [InlineData("input_shape", new[] { 2, 3, 4 }, "one or two")]
    [InlineData("bias", new[] { 3 }, "(2)")]
    public void A_convolution_that_contradicts_itself(string field, int[] values, string message)
    {
        bool isTensor = field is "weight" or "bias";
        object dataset = isTensor
            ? new H5Dataset(new float[values.Aggregate(1, (product, extent) => product * extent)], fileDims: [.. values.Select(extent => (ulong)extent)])
            : new H5Dataset(values);
        Refuse(
            graph =>
            {
                graph["linear"] = Convolution();
                graph["linear"][field] = dataset;
            },
            field == "padding" || message.Contains("at least") ? "SNN1002" : "SNN1004", "node 'linear'", message);
    }

    [Fact]
    public void An_unknown_padding() => Refuse(
        graph =>
        {
            graph["linear"] = Convolution();
            graph["linear"]["padding"] = new H5Dataset("reflect");
        },
        "SNN1002", "'padding' of node 'linear' is 'reflect'", "'same', 'valid'");

    [Fact]
    public void A_shape_of_fractions() => Refuse(graph => graph["input"]["shape"] = new H5Dataset(new[] { 2.5 }), "SNN1002", "'shape' of node 'input' has the value 2.5", "whole number");

    [Fact]
    public void A_shape_that_is_a_matrix() => Refuse(graph => graph["input"]["shape"] = new H5Dataset(new int[4], fileDims: [2, 2]), "SNN1004", "'shape' of node 'input' must be a list");

    [Fact]
    public void An_input_without_shape() => Refuse(graph => graph["input"].Remove("shape"), "SNN1002", "node 'input' has no dataset 'shape'");

    [Fact]
    public void An_edge_to_a_node_that_does_not_exist() => Refuse(
        graph => graph.Edges("input", "linear", "linear", "lif1", "lif", "output"), "SNN1002", "from 'linear' to 'lif1'", "'lif1', which does not exist", "did you mean 'lif'?");

    [Fact]
    public void An_edge_from_a_node_that_is_like_no_other() => Refuse(
        graph => graph.Edges("quite different", "linear"), "SNN1002", "'quite different', which does not exist", "its nodes are 'input', 'lif', 'linear', 'output'");

    [Fact]
    public void An_edge_that_is_there_twice() => Refuse(
        graph => graph.Edges("input", "linear", "linear", "lif", "lif", "output", "linear", "lif"), "SNN1002", "from 'linear' to 'lif' twice");

    [Fact]
    public void Edges_of_three_names() => Refuse(
        graph => graph.Root["edges"] = new H5Dataset(new[] { "input", "lif", "output" }, fileDims: [1, 3]), "SNN1004", "'edges' of the graph has the shape (1, 3)");

    [Fact]
    public void Edges_of_numbers() => Refuse(
        graph => graph.Root["edges"] = new H5Dataset(new long[2], fileDims: [1, 2]), "SNN1002", "dataset 'edges' of the graph must hold text");

    [Fact]
    public void A_graph_without_input() => Refuse(graph => graph.Nodes.Remove("input"), "SNN1002", "the graph has no node of the type Input");

    [Fact]
    public void A_graph_without_output() => Refuse(graph => graph.Nodes.Remove("output"), "SNN1002", "the graph has no node of the type Output");

    [Fact]
    public void A_node_that_gets_nothing() => Refuse(
        graph => graph.Edges("input", "linear", "lif", "output"), "SNN1002", "no edge leads to node 'lif' of the type LIF");

    [Fact]
    public void A_graph_within_that_is_bad_is_named() => Refuse(
        graph =>
        {
            TestGraph inner = Graph(("x", Node("I", ("r", new H5Dataset(new[] { float.NaN })))), ("input", Port("Input")), ("output", Port("Output")));
            inner.Edges("input", "x", "x", "output");
            graph["linear"] = inner.Root;
        },
        "SNN1005", "'r' of node 'linear/x'");

    [Fact]
    public void Graphs_within_graphs_without_end()
    {
        TestGraph inner = Graph(("input", Port("Input")), ("output", Port("Output")));
        for (int depth = 0; depth < 20; depth++)
            inner = Graph(("g", inner.Root));
        Refuse(new H5File { ["node"] = inner.Root }, "SNN1002", "nested more than 16 graphs deep");
    }

    [Fact]
    public void A_soft_link() => Refuse(graph => graph["lif"]["tau"] = new H5SoftLink("/node/nodes/lif/r"), "SNN1002", "has a soft link 'tau'", "store all values");

    [Fact]
    public void Behind_a_user_block() => Refuse(
        _folder.Write("block.nir", [.. new byte[1024], .. File.ReadAllBytes(StoredFileTests.NewStyle)]), "SNN1002", "begins with a user block of 1024 bytes");

    private static H5Group Convolution() => Node(
        "Conv2d", ("weight", new H5Dataset(new float[4], fileDims: [2, 1, 2, 1])), ("bias", new H5Dataset(new float[2])), ("stride", new H5Dataset(1)),
        ("padding", new H5Dataset(0)), ("dilation", new H5Dataset(1)), ("groups", new H5Dataset(1)));

    private static H5Group Port(string type) => Node(type, ("shape", new H5Dataset(new[] { 3L })));

    private static H5Group Node(string type, params (string Name, object Content)[] parameters)
    {
        var group = new H5Group { ["type"] = new H5Dataset(type) };
        foreach ((string name, object content) in parameters)
            group[name] = content;
        return group;
    }

    private static TestGraph Graph(params (string Name, H5Group Group)[] nodes)
    {
        var all = new H5Group();
        foreach ((string name, H5Group group) in nodes)
            all[name] = group;
        return new TestGraph(new H5Group { ["type"] = new H5Dataset("NIRGraph"), ["edges"] = new H5Dataset(new string[0], fileDims: [0, 2]), ["nodes"] = all }, all);
    }

    /// <summary>input → linear → lif → output.</summary>
    private static TestGraph Sound()
    {
        TestGraph graph = Graph(
            ("input", Port("Input")), ("linear", Node("Linear", ("weight", new H5Dataset(new float[6], fileDims: [3, 2])))),
            ("lif", Node("LIF", ("tau", Ones()), ("r", Ones()), ("v_leak", Ones()), ("v_threshold", Ones()))), ("output", Port("Output")));
        graph.Edges("input", "linear", "linear", "lif", "lif", "output");
        return graph;

        static H5Dataset Ones() => new(new float[] { 1, 1, 1 });
    }

    private void Refuse(Action<TestGraph> spoil, string id, params string[] fragments)
    {
        TestGraph graph = Sound();
        NirFileReader.Read(Write(new H5File { ["node"] = graph.Root }));
        spoil(graph);
        Refuse(new H5File { ["node"] = graph.Root }, id, fragments);
    }

    private void Refuse(H5File file, string id, params string[] fragments) => Refuse(Write(file), id, fragments);

    private static void Refuse(string path, string id, params string[] fragments) => Refusal.Of(() => NirFileReader.Read(path), path, id, fragments);

    private string Write(H5File file)
    {
        using var stream = new MemoryStream();
        file.Write(stream);
        return _folder.Write("bad.nir", stream.ToArray());
    }

    /// <summary>A graph as groups of a file, open to changes.</summary>
    private sealed record TestGraph(H5Group Root, H5Group Nodes)
    {
        public H5Group this[string node]
        {
            get => (H5Group)Nodes[node];
            set => Nodes[node] = value;
        }

        public void Edges(params string[] names) => Root["edges"] = new H5Dataset(names, fileDims: [(ulong)names.Length / 2, 2]);
    }
}
