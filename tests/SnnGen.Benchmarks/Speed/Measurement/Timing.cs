namespace SnnGen.Benchmarks.Speed.Measurement;

/// <summary>What a contender took, round by round.</summary>
/// <param name="Contender">The contender.</param>
/// <param name="Rounds">Microseconds an image, one value a block, block after block and then from the first again.</param>
/// <param name="Blocks">How many blocks of images there are.</param>
/// <param name="BytesPerImage">Bytes allocated on the managed heap an image.</param>
/// <param name="SynapticOperations">Mean an image, or null of an ANN.</param>
/// <param name="Classes">Its decisions.</param>
internal sealed record Timing(Contender Contender, double[] Rounds, int Blocks, double BytesPerImage, double? SynapticOperations, int[] Classes)
{
    public double Median { get; } = MedianOf(Rounds);

    /// <summary>The mean over the blocks of the shortest time of each.</summary>
    public double Least { get; } = Enumerable.Range(0, Blocks).Average(block => Rounds.Where((_, round) => round % Blocks == block).Min());

    /// <summary>How many times as long as another it takes: the median over the blocks, which both ran side by side.</summary>
    public double Times(Timing other) => MedianOf([.. Rounds.Zip(other.Rounds, (mine, its) => mine / its)]);

    private static double MedianOf(double[] values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
