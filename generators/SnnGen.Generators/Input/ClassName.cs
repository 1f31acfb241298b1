namespace SnnGen.Generators.Input;

/// <summary>The full name of a class to generate, as plain identifiers (not yet escaped for C#).</summary>
/// <param name="Namespace">Dotted.</param>
/// <param name="Name">One identifier.</param>
internal sealed record ClassName(string Namespace, string Name)
{
    public override string ToString() => $"{Namespace}.{Name}";
}
