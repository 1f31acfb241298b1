using Microsoft.CodeAnalysis.CSharp;

namespace SnnGen.Generators.Tests.Compilation;

/// <summary>Settings of a consumer's project; the defaults are the least it may have.</summary>
internal sealed record ConsumerSettings(
    LanguageVersion Version = LanguageVersion.CSharp12, bool AllowsUnsafe = false, bool ChecksOverflow = false);
