namespace SampleApp;

/// <summary>What the process returns.</summary>
internal static class ExitCode
{
    public const int Success = 0;
    public const int DataFault = 1;
    public const int Usage = 2;
}
