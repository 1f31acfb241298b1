using SnnGen.Conversion.Data.Png;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Conversion.Data;

/// <summary>A folder of PNG images of one size, in the order of their names: height × width, or 3 × height × width for colours. Transparency is left out.</summary>
public static class ImageFolderReader
{
    private const string Extension = ".png";
    private const int LargestFile = 1 << 26;

    /// <summary>The images of a folder, by name; sub-folders are not looked into.</summary>
    public static IReadOnlyList<string> Files(string folder) =>
        [.. Directory.EnumerateFiles(folder).Where(file => file.EndsWith(Extension, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal)];

    /// <summary>The first <paramref name="limit"/> images, or all where it is not positive.</summary>
    internal static DataSet Read(string folder, int limit)
    {
        IReadOnlyList<string> files = Files(folder);
        if (files.Count == 0)
            throw new DataFault($"the folder has no image (*{Extension})");
        int count = limit > 0 ? Math.Min(limit, files.Count) : files.Count;
        TensorShape? shape = null;
        var values = new List<float>();
        foreach (string file in files.Take(count))
        {
            PngImage image = Decode(file);
            TensorShape one = ShapeOf(image);
            if (shape is not null && shape != one)
                throw new DataFault($"the image '{Path.GetFileName(file)}' is {one}, but those before it are {shape}; give images of one size and kind");
            if (values.Count > ArrayDecoder.MaximumElements - image.Values.Length)
                throw new DataFault($"its images are too many: at most {ArrayDecoder.MaximumElements} numbers are read");
            shape = one;
            values.AddRange(image.Values.Select(value => (float)value));
        }
        return new DataSet(shape!, count, [.. values], IsByteData: true);
    }

    private static PngImage Decode(string file)
    {
        try
        {
            return PngDecoder.Decode(RegularFile.ReadBytes(file, LargestFile));
        }
        catch (Exception e) when (e is DataFault or IOException or UnauthorizedAccessException)
        {
            throw new DataFault($"the image '{Path.GetFileName(file)}' cannot be decoded: {e.Message.TrimEnd('.')}");
        }
    }

    private static TensorShape ShapeOf(PngImage image) => image.Channels == 1
        ? TensorShape.Of(image.Height, image.Width)
        : TensorShape.Of(image.Channels, image.Height, image.Width);
}
