namespace SampleApp.Measurement;

/// <summary>One of the generated classes, so that all can be shown and measured in the same way.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Layers">Inputs, neurons of the hidden layer, outputs.</param>
/// <param name="Numbers">What it computes with.</param>
/// <param name="BytesPerWeight">Size of one weight.</param>
/// <param name="TimeSteps">Steps of one inference.</param>
/// <param name="Run">One inference.</param>
/// <param name="Begin">One inference, to be watched step by step.</param>
internal sealed record Network(
    string Name, int[] Layers, string Numbers, int BytesPerWeight, int TimeSteps, Network.RunImage Run, Network.BeginImage Begin)
{
    public delegate Answer RunImage(ReadOnlySpan<byte> image);

    /// <summary>Takes an image and returns the function that goes one step further.</summary>
    public delegate Func<TimeStep> BeginImage(ReadOnlySpan<byte> image);

    /// <summary>Weights of all layers; the original network multiplies and accumulates each of them once an inference.</summary>
    public int Weights => Layers.Zip(Layers.Skip(1), (inputs, neurons) => inputs * neurons).Sum();

    /// <summary>Bytes of all weights.</summary>
    public int WeightBytes => BytesPerWeight * Weights;
}
