namespace SampleApp.Serve;

/// <summary>A request is at fault.</summary>
/// <param name="message">What is wrong with it, in one sentence.</param>
internal sealed class BadRequestException(string message) : Exception(message);
