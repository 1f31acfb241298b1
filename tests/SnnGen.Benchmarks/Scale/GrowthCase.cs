namespace SnnGen.Benchmarks.Scale;

/// <summary>A network and how it is converted.</summary>
/// <param name="Widths">Inputs, neurons of the hidden layer, outputs.</param>
/// <param name="Samples">Calibration inputs.</param>
/// <param name="TimeSteps">T.</param>
internal sealed record GrowthCase(int[] Widths, int Samples, int TimeSteps);
