using PureHDF;
using SnnGen.Conversion.Nir.Graph;
using SnnGen.Spiking;

namespace SnnGen.Conversion.Nir.Files;

/// <summary>
/// Writes a graph as NIR's own package does, so that <c>nir.read</c> loads it and <see cref="NirFileReader"/> gives the same
/// graph again. The same graph gives the same bytes.
/// </summary>
public static class NirFileWriter
{
    /// <summary>Writes <paramref name="graph"/> to <paramref name="stream"/>.</summary>
    /// <exception cref="ArgumentException">A name is used twice, or HDF5 cannot hold it: it is empty or '.', or has a slash or a zero character.</exception>
    public static void Write(NirGraph graph, Stream stream)
    {
        var file = new H5File { ["node"] = GraphGroup(graph) };
        if (graph.Version is not null)
            file["version"] = new H5Dataset(graph.Version);
        // HDF5 has addresses of what comes later, for which the library goes back.
        using var content = new MemoryStream();
        file.Write(content);
        stream.Write(content.GetBuffer().AsSpan(0, (int)content.Length));
    }

    private static H5Group GraphGroup(NirGraph graph)
    {
        var nodes = new H5Group();
        foreach (NirNode node in graph.Nodes)
        {
            if (node.Name is "" or "." || node.Name.AsSpan().ContainsAny('/', '\0'))
                throw new ArgumentException($"'{node.Name}' cannot be the name of a node in a file", nameof(graph));
            nodes.Add(node.Name, NodeGroup(node));
        }
        string[] edges = [.. graph.Edges.SelectMany(edge => new[] { edge.Source, edge.Target })];
        return WithMetadata(Group(GraphOutline.GraphType, ("edges", new H5Dataset(edges, fileDims: [(ulong)graph.Edges.Count, 2])), ("nodes", nodes)), graph.Metadata);
    }

    private static H5Group NodeGroup(NirNode node) => node is NirSubgraph subgraph ? GraphGroup(subgraph.Graph) : WithMetadata(PrimitiveGroup(node), node.Metadata);

    private static H5Group WithMetadata(H5Group group, EquatableArray<NirMetadata> metadata)
    {
        // As NIR's own package does, none where there is nothing.
        if (metadata.Count > 0)
            group[MetadataReader.GroupName] = MetadataGroup(metadata);
        return group;
    }

    private static H5Group MetadataGroup(EquatableArray<NirMetadata> metadata)
    {
        var group = new H5Group();
        foreach (NirMetadata entry in metadata)
            group.Add(entry.Name, entry.Text is { } text ? new H5Dataset(text) : Tensor(entry.Numbers)!);
        return group;
    }

    private static H5Group PrimitiveGroup(NirNode node) => node switch
    {
        NirInput n => Group("Input", ("shape", Integers(n.Shape))),
        NirOutput n => Group("Output", ("shape", Integers(n.Shape))),
        NirAffine n => Group("Affine", ("weight", Tensor(n.Weight)), ("bias", Tensor(n.Bias))),
        NirLinear n => Group("Linear", ("weight", Tensor(n.Weight))),
        NirScale n => Group("Scale", ("scale", Tensor(n.Scale))),
        NirConv1d n => Group(
            "Conv1d", ("input_shape", Integer(n.InputLength)), ("weight", Tensor(n.Weight)), ("stride", Integer(n.Stride)),
            ("padding", Padding(n.Padding, size => Integer(size)!)), ("dilation", Integer(n.Dilation)), ("groups", Integer(n.Groups)), ("bias", Tensor(n.Bias))),
        NirConv2d n => Group(
            "Conv2d", ("input_shape", n.InputShape is { } shape ? Pair(shape) : null), ("weight", Tensor(n.Weight)), ("stride", Pair(n.Stride)),
            ("padding", Padding(n.Padding, Pair)), ("dilation", Pair(n.Dilation)), ("groups", Integer(n.Groups)), ("bias", Tensor(n.Bias))),
        NirAvgPool2d n => Group("AvgPool2d", ("kernel_size", Pair(n.KernelSize)), ("stride", Pair(n.Stride)), ("padding", Pair(n.Padding))),
        NirSumPool2d n => Group("SumPool2d", ("kernel_size", Pair(n.KernelSize)), ("stride", Pair(n.Stride)), ("padding", Pair(n.Padding))),
        NirFlatten n => Group(
            "Flatten", ("input_type", n.InputShape is { } shape ? Integers(shape) : null), ("start_dim", Integer(n.StartDim)), ("end_dim", Integer(n.EndDim))),
        NirDelay n => Group("Delay", ("delay", Tensor(n.Delay))),
        NirI n => Group("I", ("r", Tensor(n.R))),
        NirIF n => Group("IF", ("r", Tensor(n.R)), ("v_threshold", Tensor(n.VThreshold)), ("v_reset", Tensor(n.VReset))),
        NirLI n => Group("LI", ("tau", Tensor(n.Tau)), ("r", Tensor(n.R)), ("v_leak", Tensor(n.VLeak))),
        NirLIF n => Group(
            "LIF", ("tau", Tensor(n.Tau)), ("r", Tensor(n.R)), ("v_leak", Tensor(n.VLeak)), ("v_threshold", Tensor(n.VThreshold)), ("v_reset", Tensor(n.VReset))),
        NirCubaLI n => Group(
            "CubaLI", ("tau_syn", Tensor(n.TauSyn)), ("tau_mem", Tensor(n.TauMem)), ("r", Tensor(n.R)), ("v_leak", Tensor(n.VLeak)), ("w_in", Tensor(n.WIn))),
        NirCubaLIF n => Group(
            "CubaLIF", ("tau_syn", Tensor(n.TauSyn)), ("tau_mem", Tensor(n.TauMem)), ("r", Tensor(n.R)), ("v_leak", Tensor(n.VLeak)), ("w_in", Tensor(n.WIn)),
            ("v_threshold", Tensor(n.VThreshold)), ("v_reset", Tensor(n.VReset))),
        NirThreshold n => Group("Threshold", ("threshold", Tensor(n.Threshold))),
        _ => throw new ArgumentException($"'{node.Name}' is of a kind that NIR does not have", nameof(node)),
    };

    /// <summary>A group of a node; parameters that are null are left out.</summary>
    private static H5Group Group(string type, params ReadOnlySpan<(string Name, object? Content)> parameters)
    {
        // As a dataset of its own: the library stores equal bare strings once and links to them.
        var group = new H5Group { ["type"] = new H5Dataset(type) };
        foreach ((string name, object? content) in parameters)
            if (content is not null)
                group[name] = content;
        return group;
    }

    private static H5Dataset? Tensor(NirArray? array)
    {
        if (array is null)
            return null;
        double[] values = array.Values.ToArray();
        if (array.Shape.Count == 0)
            return array.IsSingle ? new H5Dataset((float)values[0]) : new H5Dataset(values[0]);
        ulong[] extents = [.. array.Shape.Select(extent => (ulong)extent)];
        return array.IsSingle
            ? new H5Dataset(Array.ConvertAll(values, value => (float)value), fileDims: extents)
            : new H5Dataset(values, fileDims: extents);
    }

    private static H5Dataset Padding<T>(NirPadding<T> padding, Func<T, H5Dataset> write)
        where T : struct => padding.Kind switch
    {
        NirPaddingKind.Same => new H5Dataset("same"),
        NirPaddingKind.Valid => new H5Dataset("valid"),
        _ => write(padding.Size),
    };

    private static H5Dataset? Integer(int? value) => value is { } given ? new H5Dataset((long)given) : null;

    private static H5Dataset Pair(NirPair pair) => Integers([pair.Height, pair.Width]);

    private static H5Dataset Integers(IEnumerable<int> values) => new(values.Select(value => (long)value).ToArray());
}
