namespace SnnGen.Tool.Caching;

/// <summary>Files beside a model that hold the weights too large for it.</summary>
internal static class ExternalWeights
{
    /// <summary>Those that exist under the names that exporters use, in a fixed order.</summary>
    public static IEnumerable<string> Of(string modelFile) =>
        new[] { modelFile + ".data", modelFile + "_data", Path.ChangeExtension(modelFile, ".data") }.Where(File.Exists);
}
