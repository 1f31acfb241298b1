using PureHDF;
using PureHDF.Filters;
using PureHDF.VOL.Native;
using SnnGen.Conversion.Diagnostics;
using SnnGen.Conversion.Import;
using SnnGen.Conversion.Nir.Graph;

namespace SnnGen.Conversion.Nir.Files;

/// <summary>Reads a graph of the Neuromorphic Intermediate Representation from its HDF5 file, as any version of NIR's package writes it.</summary>
public static class NirFileReader
{
    private const int SmallestUserBlock = 512;

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'H', (byte)'D', (byte)'F', (byte)'\r', (byte)'\n', 0x1A, (byte)'\n'];

    // The library keeps its filters for the whole process; it has no other way to add or replace one.
    static NirFileReader()
    {
        H5Filter.Register(new BoundedDeflateFilter());
        H5Filter.Register(new LzfFilter());
    }

    /// <summary>The graph in <paramref name="path"/>. Its edges join nodes, and the parameters of each node fit one another.</summary>
    /// <exception cref="ConversionException">SNN1001 to SNN1005: the file cannot be read, is corrupt or not supported.</exception>
    public static NirGraph Read(string path) => Read(ModelFile.ReadBytes(path), path);

    /// <summary>The graph in the bytes of a file; they are changed.</summary>
    /// <param name="content">The file.</param>
    /// <param name="path">Its path, for messages.</param>
    /// <exception cref="ConversionException">SNN1002 to SNN1005: the file is corrupt or not supported.</exception>
    internal static NirGraph Read(byte[] content, string path)
    {
        try
        {
            return Decode(content);
        }
        catch (NirFault fault)
        {
            throw new ConversionException(fault.Descriptor, path, fault.Message);
        }
    }

    private static NirGraph Decode(byte[] content)
    {
        int start = content.AsSpan().IndexOf(Signature);
        if (start > 0 && start % SmallestUserBlock == 0)
            throw NirFault.Corrupt($"begins with a user block of {start} bytes, which no NIR file has; write it without, as NIR's own package does");
        if (start != 0)
            throw NirFault.Corrupt("is not an HDF5 file, which every NIR file is; export or copy the file again");
        GroupCaches.Clear(content);
        HeapSizes.Clamp(content);
        using NativeFile file = NirFault.Guard("the file", () => H5File.Open(new GuardedStream(content)));
        var limits = new FileLimits(content.Length);
        var root = new FileGroup(file, "the file", limits);
        FileGroup graph = root.FindGroup("node", "the graph")
            ?? throw NirFault.Corrupt("is an HDF5 file without the group 'node' of a NIR graph; write it with NIR's own package");
        return GraphReader.Read(GraphOutline.Read(graph, limits), ReadVersion(file, root));
    }

    /// <summary>The version is a dataset; some tools write an attribute.</summary>
    private static string? ReadVersion(IH5Group file, FileGroup root) => root.FindDataset("version") is { } dataset
        ? dataset.IsText && dataset.Size == 1 ? dataset.ReadTexts()[0] : null
        : NirFault.Guard("the attribute 'version'", () =>
            file.AttributeExists("version") && file.Attribute("version") is { Type.Class: H5DataTypeClass.String or H5DataTypeClass.VariableLength } attribute
                ? attribute.Read<string>()
                : null);
}
