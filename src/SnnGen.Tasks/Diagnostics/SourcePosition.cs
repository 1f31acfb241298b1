namespace SnnGen.Tasks.Diagnostics;

/// <summary>A place in a project file, for messages.</summary>
/// <param name="File">Path of the file; null for the file that runs the task.</param>
/// <param name="Line">From 1; 0 where unknown.</param>
/// <param name="Column">From 1; 0 where unknown.</param>
internal readonly record struct SourcePosition(string? File, int Line, int Column);
