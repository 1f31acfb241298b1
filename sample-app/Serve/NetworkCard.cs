namespace SampleApp.Serve;

/// <summary>What the page needs to know of a network.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Layers">Inputs, neurons of the hidden layer, outputs.</param>
/// <param name="Numbers">What it computes with.</param>
/// <param name="TimeSteps">Steps of one inference.</param>
/// <param name="Width">Pixels of a row of its images.</param>
/// <param name="WeightBytes">Bytes of all weights.</param>
/// <param name="ExitMargin">The lead at which an early exit would end an inference, in logits summed over the steps.</param>
/// <param name="Images">What its example images are.</param>
internal sealed record NetworkCard(
    string Name, int[] Layers, string Numbers, int TimeSteps, int Width, int WeightBytes, double ExitMargin, string Images);
