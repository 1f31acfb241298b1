using System.Buffers.Binary;

namespace SnnGen.Conversion.Nir.Files;

/// <summary>
/// Groups of HDF5's first format: an entry for a group may hold a copy of where its members are. It goes stale, and readers
/// are to ignore it, when the group gets a member whose name is not ASCII. The HDF5 library used here trusts it.
/// </summary>
internal static class GroupCaches
{
    private const int VersionAt = 8, OffsetSizeAt = 13, RootEntryAt = 56, RootEntryAtVersion1 = 60;
    private const int NodeHeader = 8, Entry = 40, CacheTypeAt = 16;

    private static ReadOnlySpan<byte> NodeSignature => "SNOD\u0001\0"u8;

    /// <summary>Marks all such copies in <paramref name="file"/> as absent, which a file may always do.</summary>
    public static void Clear(Span<byte> file)
    {
        bool hasEntries = file.Length > RootEntryAtVersion1 && file[VersionAt] <= 1 && file[OffsetSizeAt] == sizeof(ulong);
        if (!hasEntries)
            return;
        ClearEntry(file, file[VersionAt] == 0 ? RootEntryAt : RootEntryAtVersion1);
        for (int next = 0; file[next..].IndexOf(NodeSignature) is >= 0 and int distance; next += NodeSignature.Length)
        {
            next += distance;
            if (next + NodeHeader > file.Length)
                return;
            int entries = BinaryPrimitives.ReadUInt16LittleEndian(file[(next + NodeSignature.Length)..]);
            for (int e = 0; e < entries; e++)
                ClearEntry(file, next + NodeHeader + e * Entry);
        }
    }

    /// <summary>A symbolic link, of another cache type, keeps what it needs.</summary>
    private static void ClearEntry(Span<byte> file, int at)
    {
        if (at + Entry <= file.Length && BinaryPrimitives.ReadUInt32LittleEndian(file[(at + CacheTypeAt)..]) == 1)
            file[at + CacheTypeAt] = 0;
    }
}
