namespace SampleApp;

/// <summary>The command line is at fault.</summary>
/// <param name="message">What is wrong with it.</param>
internal sealed class UsageException(string message) : Exception(message);
