namespace SampleApp.Measurement;

/// <summary>
/// The three generated classes. Each is used in the same two ways: <c>Run</c> for one inference, <c>Hold</c> and
/// <c>Step</c> to watch it. The state is a plain struct: the caller owns it, several can run side by side.
/// </summary>
internal static class Networks
{
    public static Network Digits { get; } = new(
        nameof(DigitsSnn), [DigitsSnn.InputSize, 48, DigitsSnn.OutputSize], "8-bit integers", sizeof(sbyte), DigitsSnn.TimeSteps,
        static image => AnswerOf(DigitsSnn.Run(image)),
        static image =>
        {
            DigitsSnn.State state = default;
            DigitsSnn.Hold(ref state, image);
            return () =>
            {
                DigitsSnn.Step(ref state, out DigitsSnn.Result result);
                return new TimeStep([.. state.LayerSpikes(0)], [.. result.Potentials], Values(result.Value), result.Margin, AnswerOf(result));
            };
        });

    public static Network Mnist { get; } = new(
        nameof(MnistSnn), [MnistSnn.InputSize, 128, MnistSnn.OutputSize], "8-bit integers", sizeof(sbyte), MnistSnn.TimeSteps,
        static image => AnswerOf(MnistSnn.Run(image)),
        static image =>
        {
            MnistSnn.State state = default;
            MnistSnn.Hold(ref state, image);
            return () =>
            {
                MnistSnn.Step(ref state, out MnistSnn.Result result);
                return new TimeStep([.. state.LayerSpikes(0)], [.. result.Potentials], Values(result.Value), result.Margin, AnswerOf(result));
            };
        });

    public static Network MnistFloat32 { get; } = new(
        nameof(MnistSnnFloat32), [MnistSnnFloat32.InputSize, 128, MnistSnnFloat32.OutputSize], "32-bit floats", sizeof(float), MnistSnnFloat32.TimeSteps,
        static image => AnswerOf(MnistSnnFloat32.Run(image)),
        static image =>
        {
            MnistSnnFloat32.State state = default;
            MnistSnnFloat32.Hold(ref state, image);
            return () =>
            {
                MnistSnnFloat32.Step(ref state, out MnistSnnFloat32.Result result);
                return new TimeStep([.. state.LayerSpikes(0)], [.. result.Potentials], Values(result.Value), result.Margin, AnswerOf(result));
            };
        });

    /// <summary>All of them.</summary>
    public static Network[] All => [Digits, Mnist, MnistFloat32];

    private static float[] Values(Func<int, float> value) => [.. Enumerable.Range(0, DigitsSnn.OutputSize).Select(value)];

    private static Answer AnswerOf(in DigitsSnn.Result result) => new(result.Class, result.SynapticOperations, result.Spikes);

    private static Answer AnswerOf(in MnistSnn.Result result) => new(result.Class, result.SynapticOperations, result.Spikes);

    private static Answer AnswerOf(in MnistSnnFloat32.Result result) => new(result.Class, result.SynapticOperations, result.Spikes);
}
