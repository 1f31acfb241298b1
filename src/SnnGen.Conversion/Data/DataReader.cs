using System.Text;
using SnnGen.Conversion.Diagnostics;

namespace SnnGen.Conversion.Data;

/// <summary>Reads samples from .npy, .npz, IDX and CSV files, plain or gzipped, told apart by their content, or from a folder of images.</summary>
public static class DataReader
{
    /// <summary>The first <paramref name="limit"/> samples of <paramref name="path"/>, or all where it is not positive.</summary>
    /// <exception cref="ConversionException">
    /// SNN1006: the file is missing, corrupt or of an unknown format. SNN1007: a value is NaN or infinite.
    /// </exception>
    public static DataSet Read(string path, int limit)
    {
        try
        {
            if (Directory.Exists(path))
                return ImageFolderReader.Read(path, limit);
            using Stream stream = DataFile.Open(path, out long? length);
            DataSet data = ReadFormat(DataFile.Head(path), new ByteSource(stream, length), limit);
            bool isGzip = length is null, isReadToTheEnd = data.Count != limit;
            if (isGzip && isReadToTheEnd)
                DataFile.RequireComplete(path);
            RequireFinite(data);
            return data;
        }
        catch (DataFault fault)
        {
            throw fault.IsMismatch
                ? new ConversionException(DiagnosticDescriptors.DataMismatch, path, fault.Message)
                : Unreadable(path, fault.Message);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or DecoderFallbackException
            or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw Unreadable(path, e.Message.TrimEnd('.'));
        }
    }

    private static DataSet ReadFormat(ReadOnlySpan<byte> head, ByteSource source, int limit) => head switch
    {
        [] => throw new DataFault("it is empty"),
        _ when head.StartsWith(NpyReader.Signature) => NpyReader.Read(source, limit),
        _ when head.StartsWith(NpzReader.Signature) => NpzReader.Read(source, limit),
        _ when IdxReader.Matches(head) => IdxReader.Read(source, limit),
        _ when head.ContainsAnyInRange((byte)0, (byte)8) => throw new DataFault("it is of an unknown binary format"),
        _ => CsvReader.Read(source, limit),
    };

    private static void RequireFinite(DataSet data)
    {
        int bad = Array.FindIndex(data.Values, value => !float.IsFinite(value));
        if (bad >= 0)
            throw new DataFault(
                $"sample {bad / data.Shape.Size} has the value {FormattableString.Invariant($"{data.Values[bad]}")} at {bad % data.Shape.Size}; remove or repair it",
                isMismatch: true);
    }

    private static ConversionException Unreadable(string path, string problem) => new(
        DiagnosticDescriptors.DataUnreadable, path,
        $"cannot be read: {problem}; give a complete .npy, .npz, IDX or CSV file of numbers, plain or gzipped, or a folder of PNG images");
}
