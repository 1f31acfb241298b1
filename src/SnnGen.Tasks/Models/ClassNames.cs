using System.Text;

namespace SnnGen.Tasks.Models;

/// <summary>Names of generated classes.</summary>
internal static class ClassNames
{
    private const string Suffix = "Snn";

    /// <summary>Files and metadata of assemblies take names of some hundred bytes.</summary>
    public const int MostCharacters = 200;

    private static readonly HashSet<string> s_keywords =
    [
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue",
        "decimal", "default", "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally",
        "fixed", "float", "for", "foreach", "goto", "if", "implicit", "in", "int", "interface", "internal", "is", "lock",
        "long", "namespace", "new", "null", "object", "operator", "out", "override", "params", "private", "protected",
        "public", "readonly", "ref", "return", "sbyte", "sealed", "short", "sizeof", "stackalloc", "static", "string",
        "struct", "switch", "this", "throw", "true", "try", "typeof", "uint", "ulong", "unchecked", "unsafe", "ushort",
        "using", "virtual", "void", "volatile", "while",
    ];

    /// <summary><c>mnist_mlp-128.onnx</c> gives <c>MnistMlp128Snn</c>.</summary>
    public static string FromFile(string path)
    {
        var name = new StringBuilder();
        bool isWordStart = true;
        foreach (char c in Path.GetFileNameWithoutExtension(path))
        {
            if (char.IsLetterOrDigit(c))
                name.Append(isWordStart ? char.ToUpperInvariant(c) : c);
            isWordStart = !char.IsLetterOrDigit(c);
        }
        if (name.Length == 0 || char.IsDigit(name[0]))
            name.Insert(0, '_');
        string text = name.ToString();
        return text.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase)
            ? text.Substring(0, text.Length - Suffix.Length) + Suffix
            : text + Suffix;
    }

    /// <summary>True for a C# identifier that is no keyword and of a reasonable length.</summary>
    public static bool IsIdentifier(string text) =>
        text.Length is > 0 and <= MostCharacters
        && (char.IsLetter(text[0]) || text[0] == '_')
        && text.All(c => char.IsLetterOrDigit(c) || c == '_')
        && !s_keywords.Contains(text);

    /// <summary>
    /// The namespace that a project's RootNamespace stands for: the SDK makes it from the file name, where
    /// <c>my-app.csproj</c> is allowed, so what C# does not allow becomes an underscore.
    /// </summary>
    public static string ToNamespace(string rootNamespace) =>
        string.Join(".", rootNamespace.Split('.').Where(part => part.Length > 0).Select(ToIdentifier));

    /// <summary>True for identifiers joined by dots.</summary>
    public static bool IsNamespace(string text) => text.Split('.').All(IsIdentifier);

    private static string ToIdentifier(string text)
    {
        string identifier = string.Concat(text.Select(c => char.IsLetterOrDigit(c) ? c : '_'));
        return char.IsDigit(identifier[0]) || s_keywords.Contains(identifier) ? "_" + identifier : identifier;
    }
}
