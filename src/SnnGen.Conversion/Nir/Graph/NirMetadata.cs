namespace SnnGen.Conversion.Nir.Graph;

/// <summary>
/// What SnnGen knows of a node or a graph beyond NIR: an entry of its <c>metadata</c>, which NIR leaves to those who write files and
/// on which no reader may depend. Entries of others are not kept.
/// </summary>
public sealed record NirMetadata
{
    /// <summary>How the names of SnnGen's entries begin.</summary>
    public const string Prefix = "snngen_";

    /// <summary>A text.</summary>
    /// <param name="name">Its name, which begins with <see cref="Prefix"/>.</param>
    /// <param name="text">The text.</param>
    public NirMetadata(string name, string text) => (Name, Text) = (Checked(name), text);

    /// <summary>Numbers.</summary>
    /// <param name="name">Their name, which begins with <see cref="Prefix"/>.</param>
    /// <param name="numbers">The numbers.</param>
    public NirMetadata(string name, NirArray numbers) => (Name, Numbers) = (Checked(name), numbers);

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>The text, or null where there are numbers.</summary>
    public string? Text { get; }

    /// <summary>The numbers, or null where there is a text.</summary>
    public NirArray? Numbers { get; }

    private static string Checked(string name) => name.StartsWith(Prefix, StringComparison.Ordinal) && !name.AsSpan().ContainsAny('/', '\0')
        ? name
        : throw new ArgumentException($"'{name}' is no name of an entry: it does not begin with {Prefix}, or has a slash or a zero character", nameof(name));
}
