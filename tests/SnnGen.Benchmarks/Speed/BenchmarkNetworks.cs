namespace SnnGen.Benchmarks.Speed;

/// <summary>The networks that are timed.</summary>
internal static class BenchmarkNetworks
{
    /// <summary>Name, as in <c>mnist_mlp128.onnx</c>; how many images in all; and how many make a block of a few milliseconds.</summary>
    public static (string Name, int Images, int Block)[] All { get; } =
        [("mlp128", 500, 100), ("mlp1200", 200, 20), ("cnn_avg", 100, 5), ("cnn_bnmax", 200, 20)];

    /// <summary>The generated class of each, of 8 bits and 8 steps.</summary>
    public static (string Network, string ClassName)[] ClassNames { get; } =
        [("mlp128", "Mlp128"), ("mlp1200", "Mlp1200"), ("cnn_avg", "CnnAvg"), ("cnn_bnmax", "CnnMax")];

    public static string ModelFile(string network) => SharedData.Path("models", $"mnist_{network}.onnx");

    /// <summary>What SnnGen made of a network for a generated class.</summary>
    public static string NetworkFile(string className) => Path.Combine(AppContext.BaseDirectory, "networks", className + ".snn.json");

    /// <summary>Why nothing can be timed, or null.</summary>
    public static string? Missing { get; } = SharedData.SkipReason
        ?? (Directory.Exists(Path.GetDirectoryName(NetworkFile("any")))
            ? null
            : "the benchmarks were built without the networks: build them with -c Release, with ../shared beside the repository");
}
