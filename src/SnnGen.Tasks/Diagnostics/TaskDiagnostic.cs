namespace SnnGen.Tasks.Diagnostics;

/// <summary>A kind of complaint of the build. See docs/diagnostics.md.</summary>
/// <param name="Id">SNN102x; never reused.</param>
/// <param name="Title">What it is about.</param>
/// <param name="IsWarning">True where the build goes on.</param>
internal sealed record TaskDiagnostic(string Id, string Title, bool IsWarning = false);
