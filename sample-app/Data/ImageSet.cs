namespace SampleApp.Data;

/// <summary>Images of digits with their labels.</summary>
/// <param name="Name">For people.</param>
/// <param name="Width">Pixels of a row.</param>
/// <param name="ImageSize">Pixels of an image.</param>
/// <param name="Pixels">All images, one after the other, 0 to 255.</param>
/// <param name="Labels">The digit that each image shows.</param>
/// <param name="AnalogAnswers">The digit that the original network sees in each, where known.</param>
internal sealed record ImageSet(
    string Name, int Width, int ImageSize, byte[] Pixels, byte[] Labels, byte[]? AnalogAnswers)
{
    public int Count => Labels.Length;

    /// <summary>The pixels of one image.</summary>
    public ReadOnlySpan<byte> this[int index] => Pixels.AsSpan(index * ImageSize, ImageSize);

    /// <summary>Reads the files of a set.</summary>
    /// <param name="name">For people.</param>
    /// <param name="imageSize">Pixels that the network takes.</param>
    /// <param name="imagesPath">The images.</param>
    /// <param name="labelsPath">Their labels.</param>
    /// <param name="answersPath">The original network's answers, where known.</param>
    /// <exception cref="DataException">A file is missing or corrupt, or they do not fit together.</exception>
    public static ImageSet Read(
        string name, int imageSize, string imagesPath, string labelsPath, string? answersPath = null)
    {
        IdxFile images = IdxFile.Read(imagesPath);
        if (images.Extents is not [int count, int height, int width] || height * width != imageSize)
            throw new DataException($"{imagesPath} should have images of {imageSize} pixels");
        return new ImageSet(
            name, width, imageSize, images.Elements,
            ReadDigits(labelsPath, count), answersPath is null ? null : ReadDigits(answersPath, count));
    }

    /// <summary>The images from <paramref name="first"/> on.</summary>
    public ImageSet From(int first) => this with
    {
        Pixels = Pixels[(first * ImageSize)..],
        Labels = Labels[first..],
        AnalogAnswers = AnalogAnswers?[first..],
    };

    private static byte[] ReadDigits(string path, int count)
    {
        IdxFile file = IdxFile.Read(path);
        if (file.Extents is not [int length] || length != count)
            throw new DataException($"{path} should have one entry for each of the {count:N0} images");
        if (file.Elements.Max() > 9)
            throw new DataException($"{path} should have digits and has {file.Elements.Max()}");
        return file.Elements;
    }
}
