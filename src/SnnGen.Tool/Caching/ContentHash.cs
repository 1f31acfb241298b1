using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using SnnGen.Conversion.Data;
using SnnGen.Conversion.Diagnostics;

namespace SnnGen.Tool.Caching;

/// <summary>
/// The key of a conversion: everything that its result depends on, and nothing else. File names and times do not
/// count, so a branch switch that restores old content finds the old result.
/// </summary>
public static class ContentHash
{
    /// <summary>SHA-256, in lower-case hexadecimal.</summary>
    /// <param name="modelFile">The model.</param>
    /// <param name="otherFiles">What else is read, in a fixed order: external weights, calibration data, a label file.</param>
    /// <param name="options">All settings in one normalised text, with no path in it.</param>
    /// <param name="toolVersion">Another version may convert differently.</param>
    /// <exception cref="ConversionException">A file cannot be read.</exception>
    public static string Compute(string modelFile, IEnumerable<string> otherFiles, string options, string toolVersion)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, Encoding.UTF8.GetBytes(toolVersion));
        Append(hash, Encoding.UTF8.GetBytes(options));
        AppendFile(hash, modelFile, DiagnosticDescriptors.ModelUnreadable);
        foreach (string file in otherFiles)
            AppendFile(hash, file, DiagnosticDescriptors.DataUnreadable);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>SHA-256 of one file, in lower-case hexadecimal.</summary>
    /// <exception cref="ConversionException">The file cannot be read.</exception>
    public static string OfFile(string path)
    {
        try
        {
            using Stream file = RegularFile.OpenRead(path);
            return Convert.ToHexStringLower(SHA256.HashData(file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ConversionException(DiagnosticDescriptors.ModelUnreadable, path, $"the file cannot be read: {e.Message}");
        }
    }

    /// <summary>Each part is preceded by its length, so that no two lists of parts look alike.</summary>
    private static void Append(IncrementalHash hash, ReadOnlySpan<byte> bytes)
    {
        AppendLength(hash, bytes.Length);
        hash.AppendData(bytes);
    }

    private static void AppendFile(IncrementalHash hash, string path, DiagnosticDescriptor failure)
    {
        try
        {
            using Stream file = RegularFile.OpenRead(path);
            AppendLength(hash, file.Length);
            var buffer = new byte[1 << 16];
            for (int count = file.Read(buffer); count > 0; count = file.Read(buffer))
                hash.AppendData(buffer, 0, count);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ConversionException(failure, path, $"the file cannot be read: {e.Message}");
        }
    }

    private static void AppendLength(IncrementalHash hash, long length)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, length);
        hash.AppendData(bytes);
    }
}
