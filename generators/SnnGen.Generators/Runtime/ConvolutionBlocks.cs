namespace SnnGen.Runtime;

/// <summary>
/// How the places of a convolution's output row are put into blocks, whose sums are computed at once. Columns are numbered from
/// the first one that a window sees, and come in groups: of one column, or of two where the channels are odd, so that the
/// inputs of a group are whole pairs.
/// </summary>
internal readonly struct ConvolutionBlocks
{
    /// <summary>Places of a block; the last block of a row may have fewer.</summary>
    public int Places { get; init; }

    /// <summary>Sums of a block, padded to whole vectors.</summary>
    public int Lanes { get; init; }

    /// <summary>Groups that a row of windows sees, padding on both sides included.</summary>
    public int Groups { get; init; }

    /// <summary>Groups that a block sees.</summary>
    public int BlockGroups { get; init; }

    /// <summary>Groups from one block to the next.</summary>
    public int Step { get; init; }

    /// <summary>Pairs of a group.</summary>
    public int GroupPairs { get; init; }

    /// <summary>Inputs of a row, of all places and channels.</summary>
    public int Inputs { get; init; }

    /// <summary>Inputs of padding before the first one of a row.</summary>
    public int Lead { get; init; }

    /// <summary>Pairs of a row, padding included.</summary>
    public int RowPairs => Groups * GroupPairs;

    /// <summary>Pairs that a block sees of one row.</summary>
    public int BlockPairs => BlockGroups * GroupPairs;

    /// <summary>Bytes of a row of bits, one a pair, and a word beyond.</summary>
    public int MaskBytes => (RowPairs / 8) + 1 + sizeof(ulong);
}
