using System.Buffers.Binary;

namespace SnnGen.Conversion.Nir.Files;

/// <summary>
/// HDF5's heaps of strings and of names. The library used here allocates whatever size they claim, before it looks for the bytes.
/// </summary>
internal static class HeapSizes
{
    private const int CollectionSizeAt = 8, CollectionHeader = 16, ObjectSizeAt = 8, ObjectHeader = 16, Alignment = 8;

    private static ReadOnlySpan<byte> Strings => "GCOL\u0001\0\0\0"u8;

    private static ReadOnlySpan<byte> Names => "HEAP\0\0\0\0"u8;

    /// <summary>
    /// Makes no heap of names and no string in <paramref name="file"/> longer than the file itself: still too long to be read,
    /// but not to be allocated.
    /// </summary>
    public static void Clamp(Span<byte> file)
    {
        for (int next = 0; file[next..].IndexOf(Strings) is >= 0 and int distance; next += Strings.Length)
        {
            next += distance;
            ClampObjects(file, next);
        }
        for (int next = 0; file[next..].IndexOf(Names) is >= 0 and int distance;)
        {
            next += distance + Names.Length;
            if (next + sizeof(ulong) <= file.Length)
                ClampField(file.Slice(next, sizeof(ulong)), file.Length);
        }
    }

    private static void ClampObjects(Span<byte> file, int collection)
    {
        if (collection + CollectionHeader > file.Length)
            return;
        ulong size = BinaryPrimitives.ReadUInt64LittleEndian(file[(collection + CollectionSizeAt)..]);
        long end = collection + (long)Math.Min(size, (ulong)(file.Length - collection));
        for (long at = collection + CollectionHeader; at + ObjectHeader <= end;)
        {
            long length = ClampField(file.Slice((int)at + ObjectSizeAt, sizeof(ulong)), file.Length);
            at += ObjectHeader + (length + Alignment - 1) / Alignment * Alignment;
        }
    }

    private static long ClampField(Span<byte> field, int most)
    {
        ulong length = Math.Min(BinaryPrimitives.ReadUInt64LittleEndian(field), (ulong)most);
        BinaryPrimitives.WriteUInt64LittleEndian(field, length);
        return (long)length;
    }
}
