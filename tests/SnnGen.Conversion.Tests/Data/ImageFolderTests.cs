using SnnGen.Conversion.Calibration;
using SnnGen.Conversion.Data;
using SnnGen.Conversion.Diagnostics;
using SnnGen.Conversion.Tests.Support;
using SnnGen.Spiking;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Conversion.Tests.Data;

public sealed class ImageFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Grey_images_come_by_name_as_rows_of_bytes()
    {
        Write("b.png", PngFile.Grey(3, 2, [1, 2, 3, 4, 5, 6]));
        Write("a.PNG", PngFile.Grey(3, 2, [7, 8, 9, 10, 11, 255]));
        Write("notes.txt", [1]);
        DataSet data = DataReader.Read(_folder.Root, 0);
        Assert.Equal((TensorShape.Of(2, 3), 2, true), (data.Shape, data.Count, data.IsByteData));
        Assert.Equal([7f, 8, 9, 10, 11, 255, 1, 2, 3, 4, 5, 6], data.Values);
        Assert.Equal(1, DataReader.Read(_folder.Root, 1).Count);
    }

    [Fact]
    public void Colours_are_planes()
    {
        Write("a.png", PngFile.Colour(2, 1, [1, 2, 3, 4, 5, 6]));
        DataSet data = DataReader.Read(_folder.Root, 0);
        Assert.Equal(TensorShape.Of(3, 1, 2), data.Shape);
        Assert.Equal([1f, 4, 2, 5, 3, 6], data.Values);
    }

    [Fact]
    public void A_model_with_channels_last_gets_them_last()
    {
        Write("a.png", PngFile.Colour(2, 1, [10, 20, 30, 40, 50, 60]));
        InputBatch batch = InputBatchBuilder.Build(DataReader.Read(_folder.Root, 0), "images", TensorShape.Of(1, 2, 3), InputEncoding.Current, 1, 0);
        Assert.Equal([10f, 20, 30, 40, 50, 60], batch.Values);
    }

    [Fact]
    public void Channels_last_data_fits_a_model_with_channels_first()
    {
        var data = new DataSet(TensorShape.Of(2, 2, 3), 2, [.. Enumerable.Range(0, 24).Select(k => (float)k)], IsByteData: false);
        InputBatch batch = InputBatchBuilder.Build(data, "data.npy", TensorShape.Of(3, 2, 2), InputEncoding.Current, 1, 0);
        Assert.Equal([0f, 3, 6, 9, 1, 4, 7, 10, 2, 5, 8, 11, 12, 15], batch.Values.Take(14));
    }

    [Theory]
    [InlineData("empty", "has no image")]
    [InlineData("size", "those before it are")]
    [InlineData("text", "'b.png' cannot be decoded: it is no PNG image")]
    [InlineData("short", "'b.png' cannot be decoded: it is truncated")]
    [InlineData("cut", "'b.png' cannot be decoded")]
    public void A_folder_that_cannot_be_read_is_refused_with_the_image(string fault, string reason)
    {
        byte[] good = PngFile.Grey(3, 2, [1, 2, 3, 4, 5, 6]);
        if (fault != "empty")
            Write("a.png", good);
        if (fault == "size")
            Write("b.png", PngFile.Grey(2, 2, [1, 2, 3, 4]));
        if (fault == "text")
            Write("b.png", [.. "no image at all"u8]);
        if (fault == "short")
            Write("b.png", good[..20]);
        if (fault == "cut")
            Write("b.png", good[..^30]);
        ConversionException e = Assert.Throws<ConversionException>(() => DataReader.Read(_folder.Root, 0));
        Assert.Equal((DiagnosticDescriptors.DataUnreadable, _folder.Root), (e.Diagnostic.Descriptor, e.Diagnostic.File));
        Assert.Contains(reason, e.Message);
    }

    private void Write(string name, byte[] content) => File.WriteAllBytes(Path.Combine(_folder.Root, name), content);
}
