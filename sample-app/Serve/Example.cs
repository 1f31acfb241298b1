namespace SampleApp.Serve;

/// <summary>An image that comes with the sample.</summary>
/// <param name="Index">Which of its set, from 0.</param>
/// <param name="Label">The digit that it shows.</param>
/// <param name="AnalogAnswer">The digit that the original network sees in it.</param>
/// <param name="Pixels">The image, row by row, 0 to 255.</param>
internal sealed record Example(int Index, int Label, int AnalogAnswer, int[] Pixels);
