namespace SnnGen.Benchmarks.Scale;

/// <summary>One quantity that grows while the others stay.</summary>
/// <param name="Name">What grows.</param>
/// <param name="Sizes">Its values.</param>
/// <param name="CaseOf">The network and the settings for a value.</param>
/// <param name="Compiles">Whether the class grows with it.</param>
internal sealed record GrowthAxis(string Name, int[] Sizes, Func<int, GrowthCase> CaseOf, bool Compiles)
{
    public static GrowthAxis[] All { get; } =
    [
        new("neurons, 64 synapses each", [500, 1000, 2000, 4000, 8000, 16000], size => new GrowthCase([64, size, 10], 200, 8), true),
        new("synapses, 500 neurons", [64_000, 128_000, 256_000, 512_000, 1_024_000, 2_048_000], size => new GrowthCase([size / 500, 500, 10], 200, 8), true),
        new("samples, 256-512-10", [250, 500, 1000, 2000, 4000, 8000], size => new GrowthCase([256, 512, 10], size, 8), false),
        new("T, 256-512-10", [8, 16, 32, 64, 128, 256], size => new GrowthCase([256, 512, 10], 200, size), false),
    ];

    /// <summary>What a process costs that has next to nothing to do.</summary>
    public static GrowthCase Least { get; } = new([4, 4, 3], 10, 2);
}
