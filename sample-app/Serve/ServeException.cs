namespace SampleApp.Serve;

/// <summary>The page cannot be served.</summary>
/// <param name="message">Why, and what to do.</param>
internal sealed class ServeException(string message) : Exception(message);
