namespace SnnGen.Runtime;

/// <summary>
/// How the sums of a convolution lie in memory: a row for each row of the output map, places and channels in order, with a
/// margin of places outside the map on both sides.
/// </summary>
internal readonly struct SumRows
{
    /// <summary>Sums of a row.</summary>
    public int Pitch { get; init; }

    /// <summary>Sums before the first place of the map.</summary>
    public int Margin { get; init; }

    /// <summary>Every run is a whole multiple of this many sums.</summary>
    public int Unit { get; init; }

    /// <summary>Inputs of a row, of all places and channels.</summary>
    public int Inputs { get; init; }

    /// <summary>Bytes of the weights of one kernel row.</summary>
    public int KernelRowBytes { get; init; }
}
