namespace SampleApp.Serve;

/// <summary>Why a request is refused.</summary>
/// <param name="Error">One sentence.</param>
internal sealed record Problem(string Error);
