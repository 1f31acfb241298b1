using System.Globalization;
using SnnGen.Conversion.Diagnostics;
using SnnGen.Conversion.Import.Onnx.Protobuf;

namespace SnnGen.Conversion.Import.Onnx;

/// <summary>Reads tensors stored beside the model, never outside its folder.</summary>
internal static class ExternalData
{
    /// <summary>The <paramref name="length"/> bytes of <paramref name="tensor"/>.</summary>
    /// <exception cref="ConversionException">SNN1002: the place is not allowed, or the bytes are not there.</exception>
    public static byte[] Read(string modelFile, TensorProto tensor, string origin, long length)
    {
        string offsetText = Entry(tensor, "offset") ?? "0";
        if (!long.TryParse(offsetText, NumberStyles.None, CultureInfo.InvariantCulture, out long offset))
            throw Corrupt(modelFile, origin, $"has the impossible offset '{offsetText}' in its external data");
        try
        {
            string path = Locate(modelFile, Entry(tensor, "location") ?? "", origin);
            using FileStream stream = File.OpenRead(path);
            if (offset > stream.Length || length > stream.Length - offset)
                throw Corrupt(modelFile, origin, $"needs {length} bytes at offset {offset} of '{path}', which has {stream.Length}");
            stream.Position = offset;
            var bytes = new byte[length];
            stream.ReadExactly(bytes);
            return bytes;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Corrupt(modelFile, origin, $"has external data that cannot be read ({e.Message})");
        }
    }

    private static string Locate(string modelFile, string location, string origin)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(modelFile))!;
        if (location.Length == 0 || location.Contains('\0') || Path.IsPathRooted(location) || !IsInside(folder, Path.GetFullPath(location, folder)))
            throw Outside();
        string path = Path.GetFullPath(location, folder);
        return File.ResolveLinkTarget(path, returnFinalTarget: true) is { } target && !IsInside(folder, target.FullName)
            ? throw Outside()
            : path;

        ConversionException Outside() =>
            Corrupt(modelFile, origin, $"has its data in '{location}', but it must lie in the folder of the model");
    }

    private static bool IsInside(string folder, string path) =>
        path.StartsWith(folder.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static string? Entry(TensorProto tensor, string key) =>
        tensor.ExternalData.FirstOrDefault(entry => entry.Key == key)?.Value;

    private static ConversionException Corrupt(string modelFile, string origin, string problem) => new(
        DiagnosticDescriptors.ModelCorrupt, modelFile, $"tensor '{origin}' {problem}; keep the model and its data files together");
}
