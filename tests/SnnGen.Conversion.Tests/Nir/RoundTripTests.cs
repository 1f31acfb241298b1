using CsCheck;
using SnnGen.Conversion.Nir.Files;
using SnnGen.Conversion.Nir.Graph;
using SnnGen.Spiking;

namespace SnnGen.Conversion.Tests.Nir;

/// <summary>A graph that is written and read is the same graph.</summary>
public sealed class RoundTripTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Of_every_kind_of_node() => Verify(NirSamples.EveryKind());

    [Fact]
    public void Of_a_graph_with_metadata() => Verify(NirSamples.WithMetadata());

    [Theory]
    [InlineData("note")]
    [InlineData("snngen_a/b")]
    public void Is_refused_with_metadata_of_a_name_that_is_not_its_own(string name) => Assert.Throws<ArgumentException>(() => new NirMetadata(name, "text"));

    [Fact]
    public void Of_a_graph_without_version() => Verify(NirSamples.EveryKind() with { Version = null });

    [Fact]
    public void Of_two_thousand_nodes() =>
        Verify(NirSamples.Chain([.. Enumerable.Range(0, 2000).Select(i => new NirScale($"layer {i}", NirSamples.Ramp(i % 3 + 1)))]));

    [Fact]
    public void Of_a_large_matrix() => Verify(NirSamples.Chain(new NirLinear("w", NirSamples.Ramp(700, 300))));

    [Fact]
    public void Of_any_values() => Gen.Select(Gen.Float.Where(float.IsFinite).Array[1, 50], Gen.Double.Where(double.IsFinite).Array[1, 50]).Sample(
        (singles, doubles) => Verify(NirSamples.Chain(
            new NirScale("single", NirArray.Single([singles.Length], singles)), new NirScale("double", NirArray.Double([doubles.Length], doubles)))),
        iter: 50, threads: 1);

    [Fact]
    public void Of_any_names() => Gen.Char.Where(c => c is not ('/' or '\0') && !char.IsSurrogate(c)).Array[1, 20].Select(letters => new string(letters)).HashSet[1, 8]
        .Where(names => !names.Contains(".") && !names.Contains("input") && !names.Contains("output"))
        .Sample(names => Verify(NirSamples.Chain([.. names.Select(name => new NirI(name, NirSamples.Ramp(2)))])), iter: 100, threads: 1);

    [Fact]
    public void Of_the_same_graph_gives_the_same_bytes() =>
        Assert.Equal(NirSamples.Bytes(NirSamples.EveryKind()), NirSamples.Bytes(NirSamples.EveryKind()));

    [Fact]
    public void Is_written_after_what_a_stream_holds_already()
    {
        byte[] expected = NirSamples.Bytes(NirSamples.EveryKind());
        using var stream = new MemoryStream();
        stream.WriteByte(42);
        NirFileWriter.Write(NirSamples.EveryKind(), stream);
        Assert.Equal([42, .. expected], stream.ToArray());
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("a/b")]
    [InlineData("a\0")]
    [InlineData("input")]
    public void Is_refused_with_a_name_that_no_file_can_hold(string name) =>
        Assert.Throws<ArgumentException>(() => NirSamples.Bytes(NirSamples.Chain(new NirI(name, NirSamples.Ramp(2)))));

    [Fact]
    public void Of_parameters_of_one_value_gives_them_the_layers_shape()
    {
        var single = new NirLIF("lif", NirSamples.Ramp(1), NirSamples.Ramp(), NirSamples.Ramp(3), NirSamples.Ramp(1), NirSamples.Ramp());
        NirArray tenths = NirArray.Single([3], [0.1f, 0.1f, 0.1f]);

        Assert.Equal(
            NirSamples.Chain(new NirLIF("lif", tenths, tenths, NirSamples.Ramp(3), tenths, tenths)), Read(NirSamples.Bytes(NirSamples.Chain(single))));
    }

    [Fact]
    public void Does_not_depend_on_the_order_of_the_nodes()
    {
        NirGraph graph = NirSamples.EveryKind();
        var reversed = new NirGraph(graph.Nodes.Reverse().ToEquatableArray(), graph.Edges, graph.Version);

        Assert.Equal(graph, reversed);
        Assert.Equal(NirSamples.Bytes(graph), NirSamples.Bytes(reversed));
    }

    private void Verify(NirGraph graph) => Assert.Equal(graph, Read(NirSamples.Bytes(graph)));

    private NirGraph Read(byte[] content) => NirFileReader.Read(_folder.Write("graph.nir", content));
}
