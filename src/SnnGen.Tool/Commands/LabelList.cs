using SnnGen.Conversion.Diagnostics;

namespace SnnGen.Tool.Commands;

/// <summary>Class names, from a file or a list.</summary>
internal static class LabelList
{
    /// <summary>The names in order; empty where none are given.</summary>
    /// <exception cref="ConversionException">The file cannot be read.</exception>
    public static string[] Read(string? fileOrList)
    {
        if (string.IsNullOrWhiteSpace(fileOrList))
            return [];
        const StringSplitOptions Clean = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;
        if (!File.Exists(fileOrList))
            return fileOrList.Split(';', Clean);
        try
        {
            return File.ReadAllText(fileOrList).Split('\n', Clean);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ConversionException(DiagnosticDescriptors.DataUnreadable, fileOrList, $"the labels cannot be read: {e.Message}");
        }
    }
}
