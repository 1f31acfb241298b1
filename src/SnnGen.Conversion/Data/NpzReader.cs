using System.IO.Compression;

namespace SnnGen.Conversion.Data;

/// <summary>NumPy's .npz: a zip archive of .npy arrays, of which one holds the samples.</summary>
internal static class NpzReader
{
    private const string Extension = ".npy";

    private static readonly string[] Preferred = ["x", "images", "data", "arr_0"];

    /// <summary>First bytes of every such file.</summary>
    public static ReadOnlySpan<byte> Signature => "PK\x03\x04"u8;

    /// <summary>The first <paramref name="limit"/> samples, or all where it is not positive.</summary>
    public static DataSet Read(ByteSource source, int limit)
    {
        if (!source.IsLengthKnown)
            throw new DataFault("a .npz file within gzip is not read; unpack it, it is compressed by itself");
        using var archive = new ZipArchive(source.Stream, ZipArchiveMode.Read, leaveOpen: true);
        using Stream entry = Choose(archive).Open();
        return NpyReader.Read(new ByteSource(entry, length: null), limit);
    }

    private static ZipArchiveEntry Choose(ZipArchive archive)
    {
        ZipArchiveEntry[] arrays = [.. archive.Entries.Where(entry => entry.FullName.EndsWith(Extension, StringComparison.Ordinal))];
        if (arrays.Length == 0)
            throw new DataFault("it holds no array (.npy)");
        if (arrays.Length == 1)
            return arrays[0];
        return Preferred.Select(name => arrays.FirstOrDefault(entry => entry.FullName == name + Extension)).FirstOrDefault(entry => entry is not null)
            ?? throw new DataFault(
                $"it holds the arrays {string.Join(", ", arrays.Select(entry => $"'{entry.FullName}'"))}; one alone, or one named {string.Join(", ", Preferred)}, is read");
    }
}
