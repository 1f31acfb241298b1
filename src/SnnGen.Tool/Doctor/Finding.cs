namespace SnnGen.Tool.Doctor;

/// <summary>What was found of one thing that a build needs.</summary>
/// <param name="Subject">The thing.</param>
/// <param name="State">What it is like.</param>
/// <param name="Cure">What to do; null where it is well.</param>
internal sealed record Finding(string Subject, string State, string? Cure = null);
