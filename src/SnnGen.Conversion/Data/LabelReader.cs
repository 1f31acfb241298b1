using SnnGen.Conversion.Diagnostics;

namespace SnnGen.Conversion.Data;

/// <summary>Reads class labels from the same kinds of files as samples.</summary>
public static class LabelReader
{
    /// <summary>Class indices from 0, the first <paramref name="limit"/> of <paramref name="path"/>, or all where it is not positive.</summary>
    /// <exception cref="ConversionException">
    /// SNN1006: the file cannot be read. SNN1007: it has more than one number a sample, or one that is no class index.
    /// </exception>
    public static int[] Read(string path, int limit)
    {
        DataSet data = DataReader.Read(path, limit);
        if (data.Shape.Size != 1)
            throw Mismatch(path, $"has {data.Shape} numbers a sample, but a label is one");
        return [.. data.Values.Select((value, sample) => IsIndex(value)
            ? (int)value
            : throw Mismatch(path, FormattableString.Invariant($"has the label {value} at {sample}, which is not a class index")))];
    }

    /// <summary>Above 2²⁴ single precision skips integers.</summary>
    private static bool IsIndex(float value) => value is >= 0 and < (1 << 24) && value == MathF.Truncate(value);

    private static ConversionException Mismatch(string path, string problem) => new(
        DiagnosticDescriptors.DataMismatch, path, $"{problem}; give a file with one whole number from 0 for each sample");
}
