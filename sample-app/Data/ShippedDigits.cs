namespace SampleApp.Data;

/// <summary>The images that come with the sample. See ATTRIBUTION.md for their source.</summary>
internal static class ShippedDigits
{
    /// <summary>Images that the build calibrated MnistSnn on (the default of CalibrationCount).</summary>
    private const int CalibrationImages = 1000;

    /// <summary>500 digits of 8×8 pixels, which digits.onnx was not trained on.</summary>
    public static ImageSet Small() => Read("digits-test", "handwritten digits of 8x8 pixels", DigitsSnn.InputSize);

    /// <summary>The digits drawn in MNIST's style, 28×28, without those that MnistSnn was calibrated on.</summary>
    public static ImageSet MnistStyle() =>
        Read("digits28", "digits redrawn in MNIST's style", MnistSnn.InputSize).From(CalibrationImages);

    private static ImageSet Read(string file, string name, int imageSize) => ImageSet.Read(
        name, imageSize, PathOf($"{file}-images-idx3-ubyte.gz"), PathOf($"{file}-labels-idx1-ubyte.gz"),
        PathOf($"{file}-analog-idx1-ubyte.gz"));

    private static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "Data", file);
}
