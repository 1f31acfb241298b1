using System.Buffers.Binary;

namespace SnnGen.Conversion.Nir.Files;

/// <summary>
/// HDF5's heaps of strings. The library used here allocates whatever size a string claims, before it looks for its bytes.
/// </summary>
internal static class HeapSizes
{
    private const int CollectionSizeAt = 8, CollectionHeader = 16, ObjectSizeAt = 8, ObjectHeader = 16, Alignment = 8;

    private static ReadOnlySpan<byte> Signature => "GCOL\u0001\0\0\0"u8;

    /// <summary>
    /// Makes no string in <paramref name="file"/> longer than the file itself: still too long to be read, but not to be allocated.
    /// </summary>
    public static void Clamp(Span<byte> file)
    {
        for (int next = 0; file[next..].IndexOf(Signature) is >= 0 and int distance; next += Signature.Length)
        {
            next += distance;
            ClampObjects(file, next);
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
            Span<byte> field = file.Slice((int)at + ObjectSizeAt, sizeof(ulong));
            ulong length = BinaryPrimitives.ReadUInt64LittleEndian(field);
            if (length > (ulong)file.Length)
            {
                BinaryPrimitives.WriteUInt64LittleEndian(field, (ulong)file.Length);
                return;
            }
            at += ObjectHeader + ((long)length + Alignment - 1) / Alignment * Alignment;
        }
    }
}
