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

    /// <summary>Groups that a row of windows sees.</summary>
    public int Groups { get; init; }

    /// <summary>Groups that a block sees.</summary>
    public int BlockGroups { get; init; }

    /// <summary>Groups from one block to the next.</summary>
    public int Step { get; init; }

    /// <summary>Pairs of a group.</summary>
    public int GroupPairs { get; init; }

    /// <summary>Inputs of a row, of all places and channels.</summary>
    public int Inputs { get; init; }

    /// <summary>Pairs of padding before the first input of a row.</summary>
    public int Shift { get; init; }

    /// <summary>Whether the first input of a row is the second one of a pair.</summary>
    public bool IsOdd { get; init; }

    /// <summary>Pairs of a group, made even.</summary>
    public int GroupRoom => (GroupPairs + 1) & ~1;

    /// <summary>Most active pairs of a row.</summary>
    public int RowPairs => (Inputs + 2) / 2;
}
