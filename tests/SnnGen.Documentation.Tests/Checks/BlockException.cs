namespace SnnGen.Documentation.Tests.Checks;

/// <summary>A block of a page that does not do what the page says.</summary>
internal sealed class BlockException(string message) : Exception(message)
{
    /// <summary>Throws where something is wrong.</summary>
    public static void ThrowUnless(bool condition, string problem)
    {
        if (!condition)
            throw new BlockException(problem);
    }
}
