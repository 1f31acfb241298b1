namespace SnnGen.Tool.Tests.Support;

/// <summary>How a run of snngen ended and what it said.</summary>
internal sealed record SnnGenResult(int ExitCode, string Output, string Error);
