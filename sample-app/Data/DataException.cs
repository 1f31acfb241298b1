namespace SampleApp.Data;

/// <summary>A data file is missing, corrupt or cannot be fetched.</summary>
/// <param name="message">The file, what is wrong with it and what to do.</param>
internal sealed class DataException(string message) : Exception(message);
