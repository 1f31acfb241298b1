namespace SampleApp;

/// <summary>What the process returns.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>Something outside the program is missing or in use: a data file, the port.</summary>
    public const int Unavailable = 1;

    public const int Usage = 2;
}
