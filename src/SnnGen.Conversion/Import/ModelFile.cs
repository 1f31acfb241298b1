using SnnGen.Conversion.Data;
using SnnGen.Conversion.Diagnostics;

namespace SnnGen.Conversion.Import;

/// <summary>The bytes of a model file.</summary>
internal static class ModelFile
{
    /// <summary>All bytes of <paramref name="path"/>.</summary>
    /// <exception cref="ConversionException">SNN1001: it cannot be read.</exception>
    public static byte[] ReadBytes(string path)
    {
        try
        {
            return RegularFile.ReadBytes(path, Array.MaxLength);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new ConversionException(
                DiagnosticDescriptors.ModelUnreadable, path, $"cannot be read: {e.Message} Check the path of the model and its permissions");
        }
    }
}
