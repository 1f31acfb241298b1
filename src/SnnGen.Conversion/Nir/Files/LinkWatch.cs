namespace SnnGen.Conversion.Nir.Files;

/// <summary>
/// The HDF5 library follows links, and opens other files for them, as soon as it has decoded one; it offers no way to forbid that.
/// This stops it before: when it has read all but the target of a link, or the beginning of a list of files with a dataset's values.
/// </summary>
/// <param name="content">The file.</param>
internal sealed class LinkWatch(byte[] content)
{
    private const int Version = 1, HardLink = 0, SoftLink = 1, SymbolicLinkEntry = 2, ExternalFiles = 7;
    private const int HasCreationOrder = 4, HasType = 8, HasCharacterSet = 16;

    // Superblocks of versions 0 and 1, and later ones.
    private readonly int _offsetSize = content.Length > 13 ? content[content[8] <= 1 ? 13 : 9] : 0;

    /// <summary>Looks at what was read last.</summary>
    /// <exception cref="NirFault">SNN1002: it is part of a link or of a list of files.</exception>
    public void Check(ReadTrail reads)
    {
        if (reads.LastCount == sizeof(uint))
            RefuseSymbolicLinkEntry(reads);
        for (int start = 0; reads.LastCount == sizeof(ushort) && start < reads.Count - 2; start++)
        {
            RefuseLink(reads, start);
            RefuseExternalFiles(reads, start);
        }
    }

    /// <summary>A link of HDF5's first format: an entry of a table. The place of its target, its cache, is the last read.</summary>
    private void RefuseSymbolicLinkEntry(ReadTrail reads)
    {
        if (reads.EndsWith(_offsetSize, _offsetSize, sizeof(uint), sizeof(uint), sizeof(uint)) && reads.Value(reads.Count - 3) == SymbolicLinkEntry)
            throw Refusal("has a soft link");
    }

    /// <summary>Which read is the length of a link's name, where those from <paramref name="start"/> on are a link's; else -1.</summary>
    /// <remarks>Version, flags, and as they say type, order of creation, character set; length of the name, name, length of the target.</remarks>
    public static int NameLength(ReadTrail reads, int start)
    {
        if (!reads.Matches(start, 1, 1))
            return -1;
        int flags = (int)reads.Value(start + 1), next = start + 2;
        if ((flags & HasType) != 0 && !reads.Matches(next++, 1))
            return -1;
        if ((flags & HasCreationOrder) != 0 && !reads.Matches(next++, sizeof(ulong)))
            return -1;
        if ((flags & HasCharacterSet) != 0 && !reads.Matches(next++, 1))
            return -1;
        return reads.Matches(next, 1 << (flags & 3)) ? next : -1;
    }

    private static void RefuseLink(ReadTrail reads, int start)
    {
        int next = NameLength(reads, start);
        if (next < 0 || reads.Value(start) != Version || ((int)reads.Value(start + 1) & HasType) == 0 || reads.Value(start + 2) == HardLink)
            return;
        int length = (int)reads.Value(next++);
        string name = length != 0 && reads.Matches(next, length) ? reads.Text(next++) : "";
        if (next == reads.Count - 1 && (name.Length > 0 || length == 0))
            throw Refusal($"has {(reads.Value(start + 2) == SoftLink ? "a soft link" : "a link to another file")} '{name}'");
    }

    /// <summary>A message, with its header of either format: 7, length, flags, [order or reserved], version, reserved, slots allocated.</summary>
    private static void RefuseExternalFiles(ReadTrail reads, int start)
    {
        bool isMessage = reads.Matches(start, sizeof(ushort), sizeof(ushort), 1, 3, 1, 3, sizeof(ushort))
            || reads.Matches(start, 1, sizeof(ushort), 1, sizeof(ushort), 1, 3, sizeof(ushort))
            || reads.Matches(start, 1, sizeof(ushort), 1, 1, 3, sizeof(ushort));
        if (isMessage && reads.Value(start) == ExternalFiles)
            throw Refusal("has a dataset whose values are in other files");
    }

    private static NirFault Refusal(string problem) =>
        NirFault.Corrupt($"{problem}; links are not followed and no other file is opened, so store all values in this file, where they belong");
}
