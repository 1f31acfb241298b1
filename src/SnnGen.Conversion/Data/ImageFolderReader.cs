using SnnGen.Spiking.Numerics;
using StbImageSharp;

namespace SnnGen.Conversion.Data;

/// <summary>A folder of PNG images of one size, in the order of their names: height × width, or 3 × height × width for colours. Transparency is left out.</summary>
public static class ImageFolderReader
{
    private const string Extension = ".png";
    private const int LargestImage = 1 << 26;

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
            ImageResult image = Decode(file);
            TensorShape one = ShapeOf(image);
            if (shape is not null && shape != one)
                throw new DataFault($"the image '{Path.GetFileName(file)}' is {one}, but those before it are {shape}; give images of one size and kind");
            shape = one;
            values.AddRange(Planes(image));
        }
        return new DataSet(shape!, count, [.. values], IsByteData: true);
    }

    private static ImageResult Decode(string file)
    {
        using FileStream stream = File.OpenRead(file);
        try
        {
            ImageInfo info = ImageInfo.FromStream(stream) ?? throw new DataFault($"'{Path.GetFileName(file)}' is no image");
            if ((long)info.Width * info.Height > LargestImage)
                throw new DataFault($"the image '{Path.GetFileName(file)}' is too large");
            stream.Position = 0;
            bool isGrey = info.ColorComponents is ColorComponents.Grey or ColorComponents.GreyAlpha;
            return ImageResult.FromStream(stream, isGrey ? ColorComponents.Grey : ColorComponents.RedGreenBlue);
        }
        catch (Exception e) when (e is not DataFault and not IOException and not OutOfMemoryException)
        {
            // The decoder has no exception of its own: whatever it throws, the image is at fault.
            throw new DataFault($"the image '{Path.GetFileName(file)}' cannot be decoded ({e.Message.TrimEnd('.')})");
        }
    }

    private static int Channels(ImageResult image) => image.Comp == ColorComponents.Grey ? 1 : 3;

    private static TensorShape ShapeOf(ImageResult image) => Channels(image) == 1
        ? TensorShape.Of(image.Height, image.Width)
        : TensorShape.Of(3, image.Height, image.Width);

    private static IEnumerable<float> Planes(ImageResult image)
    {
        int channels = Channels(image), pixels = image.Width * image.Height;
        for (int c = 0; c < channels; c++)
            for (int p = 0; p < pixels; p++)
                yield return image.Data[p * channels + c];
    }
}
