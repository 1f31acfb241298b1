using SampleApp.Data;
using SampleApp.Measurement;

namespace SampleApp.Showcase;

/// <summary>What one run of the app shows.</summary>
/// <param name="Watched">Networks to watch at a few images.</param>
/// <param name="Measured">Networks to measure on all of theirs.</param>
/// <param name="Notes">What to know about the figures.</param>
internal sealed record Exhibition(Subject[] Watched, Subject[] Measured, string[] Notes)
{
    /// <summary>The images that the command line asks for.</summary>
    /// <exception cref="DataException">A file is missing, corrupt or cannot be fetched.</exception>
    public static Exhibition Choose(Options options) => options switch
    {
        { Download: true } => OfMnist(MnistTestSet.Read(MnistDownload.Fetch(options.Folder ?? MnistDownload.DefaultFolder))),
        { Folder: { } folder } => OfMnist(MnistTestSet.Read(folder)),
        _ => OfShippedDigits(),
    };

    private static Exhibition OfShippedDigits()
    {
        var digits = new Subject(Networks.Digits, ShippedDigits.Small());
        var mnist = new Subject(Networks.Mnist, ShippedDigits.MnistStyle());
        return new Exhibition(
            [digits, mnist],
            [digits, mnist, mnist with { Network = Networks.MnistFloat32 }],
            [
                "DigitsSnn sees digits that its network was not trained on. MnistSnn sees the",
                "same kind of digits redrawn in MNIST's style: other writers and another scanner",
                "than it was trained on, which is hard for the original network too. The real",
                "test set of MNIST, where it is right on 98 %: --download or --mnist DIR",
            ]);
    }

    private static Exhibition OfMnist(ImageSet images)
    {
        var mnist = new Subject(Networks.Mnist, images);
        return new Exhibition(
            [mnist],
            [mnist, mnist with { Network = Networks.MnistFloat32 }],
            [
                "Both networks were calibrated on other images: the digits that come with the",
                "sample, redrawn in MNIST's style. On the 10,000 test images of MNIST the original",
                "network, Models/mnist.onnx, is right on 97.98 %.",
            ]);
    }
}
