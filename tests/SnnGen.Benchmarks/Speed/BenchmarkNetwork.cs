namespace SnnGen.Benchmarks.Speed;

/// <summary>A network that is timed.</summary>
/// <param name="Name">Its name, as in <c>mnist_mlp128.onnx</c>.</param>
/// <param name="ClassName">The generated class of 8 bits and 8 steps.</param>
/// <param name="Images">Images in all, a whole number of blocks.</param>
/// <param name="Block">Images that take a few milliseconds.</param>
internal sealed record BenchmarkNetwork(string Name, string ClassName, int Images, int Block)
{
    public string ModelFile => SharedData.Path("models", $"mnist_{Name}.onnx");

    /// <summary>Whether it was there when this project was built.</summary>
    public bool IsConverted => File.Exists(NetworkFile(ClassName));

    /// <summary>What SnnGen made of a network for a generated class.</summary>
    public static string NetworkFile(string className) => Path.Combine(AppContext.BaseDirectory, "networks", className + ".snn.json");
}
