using SnnGen.Conversion.Nir.Files;
using SnnGen.Conversion.Nir.Graph;
using SnnGen.Conversion.Tests.Support;

namespace SnnGen.Conversion.Tests.Nir;

/// <summary>Files of h5py, with which NIR's own package reads and writes.</summary>
public sealed class H5pyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [H5pyTheory]
    [InlineData("earliest")]
    [InlineData("latest")]
    [InlineData("earliest gzip")]
    [InlineData("latest gzip")]
    [InlineData("earliest lzf")]
    [InlineData("earliest chunks")]
    [InlineData("latest chunks")]
    [InlineData("latest compact fixed")]
    [InlineData("earliest compact ascii")]
    [InlineData("earliest fixed ones")]
    [InlineData("latest ones gzip")]
    [InlineData("latest attribute int32")]
    [InlineData("earliest ports metadata")]
    [InlineData("latest order metadata ascii")]
    public void Are_read_however_they_are_stored(string options)
    {
        NirGraph graph = options.Contains("ascii") ? Ascii(NirSamples.EveryKind()) : NirSamples.EveryKind();
        string source = _folder.Write("source.nir", NirSamples.Bytes(graph)), target = _folder.PathOf("target.nir");
        H5py.Run("rewrite.py", [source, target, .. options.Split(' ')]);

        Assert.Equal(graph, NirFileReader.Read(target));
    }

    [H5pyTheory]
    [InlineData("earliest metadata")]
    [InlineData("latest gzip metadata")]
    [InlineData("earliest chunks")]
    public void Keep_the_metadata_of_SnnGen_among_that_of_others(string options)
    {
        string source = _folder.Write("source.nir", NirSamples.Bytes(NirSamples.WithMetadata())), target = _folder.PathOf("target.nir");
        H5py.Run("rewrite.py", [source, target, .. options.Split(' ')]);

        Assert.Equal(NirSamples.WithMetadata(), NirFileReader.Read(target));
    }

    [H5pyFact]
    public void Without_edges_are_read_and_refused_for_an_idle_node()
    {
        var graph = new NirGraph(new([new NirInput("input", NirSamples.Shape(2)), new NirOutput("output", NirSamples.Shape(2))]), new([]), null);
        string source = _folder.Write("source.nir", NirSamples.Bytes(graph)), target = _folder.PathOf("target.nir");
        H5py.Run("rewrite.py", source, target, "earliest");

        Refusal.Of(() => NirFileReader.Read(target), target, "SNN1002", "no edge leads to node 'output'");
    }

    [H5pyTheory]
    [InlineData("unwritten", "dataset 'scale' of node 'w' has the shape (1099511627776), more than this file can hold")]
    [InlineData("zeros", "has the shape (134217728), more than this file can hold")]
    [InlineData("sparse", "has the shape (1048576) in chunks of (4), more than this file can hold")]
    [InlineData("huge chunk", "has the shape (4) in chunks of (536870912), more than this file can hold")]
    [InlineData("long chunk", "dataset 'scale' of node 'w' cannot be read: a chunk of 16 bytes holds more")]
    [InlineData("short chunk", "dataset 'scale' of node 'w' cannot be read: a chunk of 16 bytes holds 8")]
    [InlineData("no zlib", "dataset 'scale' of node 'w' cannot be read")]
    [InlineData("virtual", "dataset 'scale' of node 'w' is a view of other files")]
    [InlineData("external", "has a link to another file 'scale'")]
    [InlineData("external among many", "has a link to another file 'values'")]
    [InlineData("external files", "has a dataset whose values are in other files")]
    [InlineData("soft", "has a soft link")]
    [InlineData("circle", "nested more than 16 graphs deep")]
    [InlineData("long double", "dataset 'scale' of node 'w' has numbers of 16 bytes")]
    [InlineData("big endian", "store it little-endian")]
    [InlineData("lists", "dataset 'scale' of node 'w' must hold numbers, but holds text or lists")]
    [InlineData("complex", "dataset 'scale' of node 'w' must hold numbers, but holds elements of HDF5's class Compound")]
    [InlineData("nothing", "node 'w' has no dataset 'scale'")]
    public void Are_refused_in_little_memory_where_they_cannot_be_trusted(string kind, string message)
    {
        string path = _folder.PathOf("hostile.nir");
        H5py.Run("hostile.py", path, kind);
        long before = GC.GetAllocatedBytesForCurrentThread();

        Refusal.Of(() => NirFileReader.Read(path), path, "SNN1002", message);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 23);
    }

    [H5pyFact]
    public void Show_what_the_writer_wrote()
    {
        NirGraph graph = NirSamples.Chain(
            new NirConv2d("conv.0", new NirPair(8, 9), NirSamples.Ramp(1, 2, 1, 1), new NirPair(2, 1), new NirPair(1, 0), new NirPair(1, 2), 1, NirArray.Double([1], [0.1])),
            new NirConv1d("conv1", 16, NirSamples.Ramp(1, 1, 1), 3, new NirPadding<int>(NirPaddingKind.Same, 0), 2, 1, NirSamples.Ramp(1)),
            new NirLIF("層", NirSamples.Ramp(2), NirSamples.Ramp(2), NirArray.Double([2], [0, -1e-300]), NirSamples.Ramp(2), null),
            new NirSubgraph("sub", NirSamples.Chain(new NirFlatten("f", NirSamples.Shape(1, 2), 0, -1), new NirScale("s", NirSamples.Ramp())))) with { Version = "1.0" };
        string path = _folder.Write("graph.nir", NirSamples.Bytes(graph));

        Assert.Equal(File.ReadAllText(Path.Combine(RepositoryFolder.Root, "tests/SnnGen.Conversion.Tests/Nir/Files/dump.txt")), H5py.Run("dump.py", path));
    }

    /// <summary>The same graph with names that ASCII can hold.</summary>
    private static NirGraph Ascii(NirGraph graph)
    {
        string Name(string name) => string.Concat(name.Select(letter => char.IsAscii(letter) ? $"{letter}" : $"u{(int)letter:x4}"));
        return new NirGraph(
            new([.. graph.Nodes.Select(node => node with { Name = Name(node.Name) })]),
            new([.. graph.Edges.Select(edge => new NirEdge(Name(edge.Source), Name(edge.Target)))]), graph.Version);
    }
}
