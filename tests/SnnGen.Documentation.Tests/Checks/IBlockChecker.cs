using SnnGen.Documentation.Tests.Markdown;
using SnnGen.Documentation.Tests.Walk;

namespace SnnGen.Documentation.Tests.Checks;

/// <summary>Knows what a block of one language must be like.</summary>
internal interface IBlockChecker
{
    /// <summary>The language, as it stands behind the fence.</summary>
    string Language { get; }

    /// <summary>Checks a block, and runs it where the page asks for it.</summary>
    /// <returns>What the block prints, or null where it was not run.</returns>
    /// <exception cref="BlockException">It is wrong.</exception>
    string? Check(CodeBlock block, PageFolder folder);
}
