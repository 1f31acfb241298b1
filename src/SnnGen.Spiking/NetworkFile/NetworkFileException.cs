namespace SnnGen.Spiking.NetworkFile;

/// <summary>A <c>.snn.json</c> file that cannot be used.</summary>
/// <param name="message">What is wrong and where in the file, without the file's name.</param>
/// <param name="line">Line from 0, or 0 where unknown.</param>
/// <param name="column">Column from 0, or 0 where unknown.</param>
public sealed class NetworkFileException(string message, int line = 0, int column = 0) : Exception(message)
{
    /// <summary>Line from 0.</summary>
    public int Line { get; } = line;

    /// <summary>Column from 0.</summary>
    public int Column { get; } = column;
}
