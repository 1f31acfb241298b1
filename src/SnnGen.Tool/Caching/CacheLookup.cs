namespace SnnGen.Tool.Caching;

/// <summary>What <see cref="ConversionCache"/> found or made.</summary>
/// <param name="Text">The converted network.</param>
/// <param name="IsHit">True where it was there already.</param>
public readonly record struct CacheLookup(string Text, bool IsHit);
