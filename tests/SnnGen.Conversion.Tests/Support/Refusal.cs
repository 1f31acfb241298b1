using Google.Protobuf;
using SnnGen.Conversion.Diagnostics;
using SnnGen.Conversion.Import.Onnx;
using SnnGen.Conversion.Import.Onnx.Protobuf;

namespace SnnGen.Conversion.Tests.Support;

/// <summary>Asserts that bad input gives one clear error.</summary>
internal static class Refusal
{
    /// <summary>The import of <paramref name="model"/> fails with <paramref name="id"/>; every fragment is in the message.</summary>
    public static void Of(ModelProto model, string id, params string[] fragments)
    {
        using var folder = new TemporaryFolder();
        OfModel(folder.Write("model.onnx", model.ToByteArray()), id, fragments);
    }

    /// <summary>The same for a file.</summary>
    public static void OfModel(string path, string id, params string[] fragments) =>
        Of(() => OnnxImporter.Import(path), path, id, fragments);

    /// <summary><paramref name="action"/> fails with <paramref name="id"/> at <paramref name="path"/>.</summary>
    public static void Of(Action action, string path, string id, params string[] fragments)
    {
        ConversionDiagnostic diagnostic = Assert.Throws<ConversionException>(action).Diagnostic;
        Assert.Equal((id, path), (diagnostic.Descriptor.Id, diagnostic.File));
        Assert.False(diagnostic.Descriptor.IsWarning);
        Assert.StartsWith($"{path.Replace("\0", "\\u0000", StringComparison.Ordinal)} : error {id}: ", diagnostic.ToString());
        Assert.DoesNotContain('\n', diagnostic.ToString());
        Assert.All(fragments, fragment => Assert.Contains(fragment, diagnostic.Message));
    }
}
