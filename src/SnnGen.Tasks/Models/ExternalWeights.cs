using System.Text;

namespace SnnGen.Tasks.Models;

/// <summary>
/// Files that an ONNX model names as places of weights too large for it. The model is not parsed, since the build has no
/// protobuf: each place is an entry of the key "location", whose bytes are always the same, and a chance match in the weights
/// names no file.
/// </summary>
internal static class ExternalWeights
{
    private const int LongestName = 4096, Block = 1 << 20;

    /// <summary>Field 1, eight bytes long, then the tag of field 2, which holds the name.</summary>
    private static readonly byte[] s_key = Encoding.ASCII.GetBytes("\n\blocation\u0012");

    /// <summary>Full paths of those that exist in the model's folder and below, in order.</summary>
    public static IReadOnlyList<string> Of(string modelFile)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        try
        {
            using var model = new FileStream(modelFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            Find(model, names);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Whoever converts the model says what is wrong with it.
        }
        string folder = Path.GetDirectoryName(Path.GetFullPath(modelFile))!;
        return [.. names.Select(name => Locate(folder, name)).OfType<string>()];
    }

    /// <summary>Blocks overlap by what an entry can be long, so that none is cut.</summary>
    private static void Find(Stream model, SortedSet<string> names)
    {
        int overlap = s_key.Length + LongestName + 2;
        var buffer = new byte[overlap + Block];
        for (int kept = 0, read; (read = model.Read(buffer, kept, buffer.Length - kept)) > 0;)
        {
            int length = kept + read;
            for (int start = 0; Array.IndexOf(buffer, s_key[0], start, length - start) is >= 0 and int at; start = at + 1)
            {
                if (Name(buffer, at, length) is string name)
                    names.Add(name);
            }
            kept = Math.Min(overlap, length);
            Buffer.BlockCopy(buffer, length - kept, buffer, 0, kept);
        }
    }

    private static string? Name(byte[] bytes, int at, int end)
    {
        int start = at + s_key.Length;
        if (start + 2 > end || !s_key.SequenceEqual(new ArraySegment<byte>(bytes, at, s_key.Length)))
            return null;
        // A length of up to two bytes, seven bits each.
        int length = bytes[start] & 0x7F;
        if (bytes[start++] > 0x7F)
            length |= bytes[start++] << 7;
        return length is > 0 and <= LongestName && start + length <= end ? Encoding.UTF8.GetString(bytes, start, length) : null;
    }

    private static string? Locate(string folder, string name)
    {
        if (name.IndexOfAny(Path.GetInvalidPathChars()) >= 0 || Path.IsPathRooted(name))
            return null;
        var file = new FileInfo(Path.GetFullPath(Path.Combine(folder, name)));
        bool isInside = file.FullName.StartsWith(folder.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        // What is no file but a pipe has no length, and would be waited for.
        return isInside && file is { Exists: true, Length: > 0 } && (file.Attributes & FileAttributes.ReparsePoint) == 0 ? file.FullName : null;
    }
}
