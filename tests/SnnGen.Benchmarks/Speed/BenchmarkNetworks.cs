namespace SnnGen.Benchmarks.Speed;

/// <summary>The networks that are timed.</summary>
internal static class BenchmarkNetworks
{
    public static BenchmarkNetwork[] All { get; } =
    [
        new("mlp128", "Mlp128", Images: 500, Block: 100), new("mlp1200", "Mlp1200", Images: 200, Block: 20),
        new("cnn_avg", "CnnAvg", Images: 100, Block: 5), new("cnn_bnmax", "CnnMax", Images: 200, Block: 20),
    ];

    /// <summary>Why nothing can be timed, or null.</summary>
    public static string? Missing { get; } = SharedData.SkipReason
        ?? (All.Any(network => network.IsConverted)
            ? null
            : "the benchmarks were built without the networks: build them with -c Release, with ../shared beside the repository");

    /// <summary>Those of the names, or all where there are none; what was not converted is left out and said so.</summary>
    public static IEnumerable<BenchmarkNetwork> Named(IReadOnlyCollection<string> names)
    {
        foreach (BenchmarkNetwork network in All.Where(network => names.Count == 0 || names.Contains(network.Name)))
        {
            if (network.IsConverted)
                yield return network;
            else
                Console.Error.WriteLine($"Without {network.Name}: it was not converted when the benchmarks were built.");
        }
    }
}
