using System.Globalization;

namespace SnnGen.Tasks.Diagnostics;

/// <summary>A place in a project file, for messages.</summary>
/// <param name="File">Path of the file; null for the file that runs the task.</param>
/// <param name="Line">From 1; 0 where unknown.</param>
/// <param name="Column">From 1; 0 where unknown.</param>
internal readonly record struct SourcePosition(string? File, int Line, int Column)
{
    /// <summary>The place that <see cref="ToString"/> wrote; the default of any other text.</summary>
    public static SourcePosition Parse(string text)
    {
        string[] parts = text.Split([' '], 3);
        return parts.Length == 3 && parts[2].Length > 0
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int line)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int column)
                ? new SourcePosition(parts[2], line, column)
                : default;
    }

    /// <summary>The place as one text, for an item's metadata.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0} {1} {2}", Line, Column, File);
}
