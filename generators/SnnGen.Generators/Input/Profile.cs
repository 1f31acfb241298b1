namespace SnnGen.Generators.Input;

/// <summary>Which C# a class is written in.</summary>
internal enum Profile
{
    /// <summary>C# 12 and .NET 8 or later: vectors, spans, no state of its own.</summary>
    Modern,

    /// <summary>C# 7.3 and .NET Standard 2.0: classes, arrays and loops, for small and old runtimes.</summary>
    Portable,
}
