using System.Globalization;
using SnnGen.Conversion.Data;
using SnnGen.Conversion.Diagnostics;
using SnnGen.Conversion.Import.Onnx.Protobuf;

namespace SnnGen.Conversion.Import.Onnx;

/// <summary>Reads tensors stored beside the model, never outside its folder.</summary>
internal static class ExternalData
{
    /// <summary>As long as paths can be on Linux; each folder on the way is looked at.</summary>
    private const int LongestLocation = 4096;

    /// <summary>The <paramref name="length"/> bytes of <paramref name="tensor"/>.</summary>
    /// <exception cref="ConversionException">SNN1002: the place is not allowed, or the bytes are not there.</exception>
    public static byte[] Read(string modelFile, TensorProto tensor, string origin, long length)
    {
        string offsetText = Entry(tensor, "offset") ?? "0";
        if (!long.TryParse(offsetText, NumberStyles.None, CultureInfo.InvariantCulture, out long offset))
            throw Corrupt(modelFile, origin, $"has the impossible offset '{offsetText}' in its external data");
        string needed = length.ToString(CultureInfo.InvariantCulture), stated = Entry(tensor, "length") ?? needed;
        if (stated != needed)
            throw Corrupt(modelFile, origin, $"has external data of length '{stated}' where its shape needs {needed} bytes");
        try
        {
            string path = Locate(modelFile, Entry(tensor, "location") ?? "", origin);
            using Stream stream = RegularFile.OpenRead(path);
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

    /// <summary>Bytes of all files that hold data of <paramref name="tensors"/>; what cannot be read counts nothing.</summary>
    public static long TotalLength(string modelFile, IEnumerable<TensorProto> tensors) => tensors
        .Where(tensor => tensor.DataLocation == TensorProto.Types.DataLocation.External)
        .Select(tensor => Entry(tensor, "location") ?? "").Distinct()
        .Sum(location => Locate(modelFile, location) is { } path && File.Exists(path) ? new FileInfo(path).Length : 0);

    private static string? Locate(string modelFile, string location)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(modelFile))!;
        if (location.Length is > 0 and <= LongestLocation && !location.Contains('\0') && !Path.IsPathRooted(location))
        {
            string path = Path.GetFullPath(location, folder);
            if (IsInside(folder, path) && !HasLink(folder, path))
                return path;
        }
        return null;
    }

    private static string Locate(string modelFile, string location, string origin) => Locate(modelFile, location) ?? throw
        Corrupt(modelFile, origin, $"has its data in '{location}', but it must lie in the folder of the model and behind no link");

    /// <summary>A link would lead out of the folder as surely as "..".</summary>
    private static bool HasLink(string folder, string path)
    {
        for (string part = path; part.Length > folder.Length; part = Path.GetDirectoryName(part)!)
        {
            if (new FileInfo(part).LinkTarget is not null)
                return true;
        }
        return false;
    }

    private static bool IsInside(string folder, string path) =>
        path.StartsWith(folder.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static string? Entry(TensorProto tensor, string key) =>
        tensor.ExternalData.FirstOrDefault(entry => entry.Key == key)?.Value;

    private static ConversionException Corrupt(string modelFile, string origin, string problem) => new(
        DiagnosticDescriptors.ModelCorrupt, modelFile, $"tensor '{origin}' {problem}; keep the model and its data files together");
}
