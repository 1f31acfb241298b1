namespace SnnGen.Conversion.Nir.Files;

/// <summary>
/// The HDF5 library allocates as many bytes as a name or a value claims to have, and then looks for them. This stops it after it has
/// read a length that the message around it, or the file, cannot hold.
/// </summary>
internal static class LengthWatch
{
    private const int OldFillValue = 4, FillValue = 5, Link = 6;

    /// <summary>Looks at what was read last.</summary>
    /// <exception cref="NirFault">SNN1002: it is an impossible length.</exception>
    public static void Check(ReadTrail reads)
    {
        if (reads.LastCount is not (sizeof(uint) or sizeof(ulong)))
            return;
        if (IsChunk(reads))
            throw Impossible();
        // No message is longer; what is not too long for any of them needs no closer look.
        if (reads.Value(reads.Count - 1) <= ushort.MaxValue)
            return;
        for (int start = 0; start < reads.Count; start++)
        {
            // The header of a message, of either format: type, length, flags, [order or reserved].
            if (reads.Matches(start, sizeof(ushort), sizeof(ushort), 1, 3) || reads.Matches(start, 1, sizeof(ushort), 1, sizeof(ushort)))
                Check(reads, start, start + 4);
            if (reads.Matches(start, 1, sizeof(ushort), 1))
                Check(reads, start, start + 3);
        }
    }

    private static void Check(ReadTrail reads, int header, int body)
    {
        int last = reads.Count - 1;
        bool isLength = reads.Value(header) switch
        {
            OldFillValue => body == last,
            // Version, three choices, or flags for them.
            FillValue => reads.Matches(body, 1, 1, 1, 1, sizeof(uint)) ? body + 4 == last : reads.Matches(body, 1, 1, sizeof(uint)) && body + 2 == last,
            Link => LinkWatch.NameLength(reads, body) == last,
            _ => false,
        };
        if (isLength && reads.Value(last) > reads.Value(header + 1))
            throw Impossible();
    }

    /// <summary>Of a B-tree: the address before, a length, a mask of filters and the first coordinate.</summary>
    private static bool IsChunk(ReadTrail reads) =>
        reads.EndsWith(sizeof(ulong), sizeof(uint), sizeof(uint), sizeof(ulong)) && reads.Value(reads.Count - 3) > (ulong)reads.FileLength;

    private static NirFault Impossible() => NirFault.Corrupt("claims to hold a name or a value that is longer than there is room for; write or copy the file again");
}
