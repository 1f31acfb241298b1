namespace SampleApp.Serve;

/// <summary>Asks for an inference.</summary>
/// <param name="Network">Name of a network.</param>
/// <param name="Pixels">The image, row by row, 0 to 255.</param>
internal sealed record RunRequest(string Network, int[] Pixels);
