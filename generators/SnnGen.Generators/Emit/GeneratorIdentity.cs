using SnnGen.Generators.Emit.Text;

namespace SnnGen.Generators.Emit;

/// <summary>Who wrote the output.</summary>
internal static class GeneratorIdentity
{
    /// <summary>Name of the tool, by which its classes are recognised.</summary>
    public const string Tool = "SnnGen.Generators";

    /// <summary>Name and version of this assembly.</summary>
    public static readonly string Attribute =
        $"""global::System.CodeDom.Compiler.GeneratedCode("{Tool}", "{Version()}")""";

    private static string Version()
    {
        Version version = typeof(GeneratorIdentity).Assembly.GetName().Version;
        return $"{Literal.Of(version.Major)}.{Literal.Of(version.Minor)}.{Literal.Of(version.Build)}";
    }
}
