namespace SampleApp.Measurement;

/// <summary>One of the generated classes, so that all can be measured in the same way.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Numbers">What it computes with.</param>
/// <param name="Run">Its <c>Run</c>.</param>
internal sealed record Network(string Name, string Numbers, Network.RunImage Run)
{
    public delegate Answer RunImage(ReadOnlySpan<byte> image);

    public static Network Digits { get; } = new(nameof(DigitsSnn), "8-bit integers", static image =>
    {
        DigitsSnn.Result result = DigitsSnn.Run(image);
        return new Answer(result.Class, result.SynapticOperations, result.Spikes);
    });

    public static Network Mnist { get; } = new(nameof(MnistSnn), "8-bit integers", static image =>
    {
        MnistSnn.Result result = MnistSnn.Run(image);
        return new Answer(result.Class, result.SynapticOperations, result.Spikes);
    });

    public static Network MnistFloat32 { get; } = new(nameof(MnistSnnFloat32), "32-bit floats", static image =>
    {
        MnistSnnFloat32.Result result = MnistSnnFloat32.Run(image);
        return new Answer(result.Class, result.SynapticOperations, result.Spikes);
    });
}
