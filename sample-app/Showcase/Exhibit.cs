using SampleApp.Data;
using SampleApp.Measurement;

namespace SampleApp.Showcase;

/// <summary>What one run of the app shows.</summary>
/// <param name="Demonstration">Images to watch MnistSnn at.</param>
/// <param name="Columns">Networks to measure, each on its images.</param>
/// <param name="Notes">What to know about the figures.</param>
internal sealed record Exhibit(ImageSet Demonstration, (Network Network, ImageSet Images)[] Columns, string[] Notes)
{
    /// <summary>The images that the command line asks for.</summary>
    /// <exception cref="DataException">A file is missing or corrupt.</exception>
    public static Exhibit Choose(Options options) =>
        options.Download ? OfMnist(MnistTestSet.Read(MnistDownload.Fetch()))
        : options.MnistFolder is { } folder ? OfMnist(MnistTestSet.Read(folder))
        : OfShippedDigits();

    private static Exhibit OfShippedDigits()
    {
        ImageSet small = ShippedDigits.Small(), mnistStyle = ShippedDigits.MnistStyle();
        return new Exhibit(
            mnistStyle,
            [(Network.Digits, small), (Network.Mnist, mnistStyle), (Network.MnistFloat32, mnistStyle)],
            [
                "DigitsSnn sees digits that its network was not trained on. MnistSnn sees the",
                "same kind of digits redrawn in MNIST's style, none of which it was calibrated",
                "on: other writers and another scanner than MNIST's, which is hard for the",
                "original network too. The real MNIST test set: -- --download or -- --mnist DIR",
            ]);
    }

    private static Exhibit OfMnist(ImageSet images) => new(
        images,
        [(Network.Mnist, images), (Network.MnistFloat32, images)],
        [
            "The whole MNIST test set. Both networks were calibrated on other images: the",
            "digits that come with the sample, redrawn in MNIST's style.",
        ]);
}
