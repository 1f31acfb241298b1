using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace SnnGen.Generators.Input;

/// <summary>Which names a generated class may have, and which it has by default.</summary>
internal static class ClassNames
{
    private const string Suffix = "Snn";

    // Assemblies and file systems take names of some hundred bytes, and a letter has up to three.
    private const int LongestName = 200, LongestNamespace = 300;

    // The fixed part of the output has this namespace to itself.
    private const string RuntimeNamespace = "SnnGen.Runtime";

    // A member may not have the name of its class, nor two files names that differ in case only.
    private static readonly HashSet<string> s_members = new(StringComparer.OrdinalIgnoreCase)
    {
        "InputSize", "OutputSize", "TimeSteps", "Run", "Hold", "Step", "SpikeTrain", "SpikeEvent", "State", "Result",
        "Label", "Tables", "FrameWords",
    };

    // Its members have other names than those of the modern one; their case tells them apart, since they are one file.
    private static readonly HashSet<string> s_portableMembers = new(StringComparer.Ordinal)
    {
        "InputSize", "OutputSize", "TimeSteps", "Run", "Hold", "Step", "Reset", "StepCount", "Class", "ClassLabel", "Label",
        "Margin", "SynapticOperations", "Spikes", "Seed", "GetPotential", "GetScore", "Value", "LayerSpikes", "Tables",
        "InputScale", "InputOffset", "OutputScale", "Advance", "AdvanceNew", "Propagate", "Decide", "IsBehind", "Mix", "Quantise",
    };

    // Words of C# that a namespace takes the place of in all code that sees it.
    private static readonly string[] s_hidden = ["nameof", "nint", "nuint"];

    private static readonly string[] s_layerMembers = ["Layer", "StepLayer", "FireLayer", "PoolLayer", "AddLayer"];

    /// <summary>
    /// <c>my-net.v2.snn.json</c> gives <c>MyNetSnn</c>: the file name up to its first dot, in Pascal case. Empty where
    /// nothing is left.
    /// </summary>
    public static string FromFile(string path)
    {
        string file = path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
        string name = Identifiers.ToPascalCase(file.Substring(0, file.IndexOf('.')));
        return name.Length == 0 ? "" : name + Suffix;
    }

    /// <summary>What is wrong with a name, or null.</summary>
    public static string? Problem(ClassName name, Profile profile)
    {
        if (name.Name.Length == 0)
            return "its file name gives no class name; set ClassName";
        if (name.Name.Length > LongestName)
            return $"class name '{name.Name.Substring(0, LongestName)}...' is longer than {LongestName} characters; set ClassName";
        if (name.Namespace.Length > LongestNamespace)
            return $"namespace '{name.Namespace.Substring(0, LongestNamespace)}...' is longer than {LongestNamespace} characters; set Namespace";
        if (!IsIdentifier(name.Name))
            return $"class name '{name.Name}' is not a C# identifier; set ClassName";
        HashSet<string> members = profile == Profile.Portable ? s_portableMembers : s_members;
        if (members.Contains(name.Name) || IsLayerMember(name.Name))
            return $"class name '{name.Name}' is the name of one of its members; set ClassName";
        if (!name.Namespace.Split('.').All(IsIdentifier))
            return $"namespace '{name.Namespace}' is not a C# namespace; set Namespace";
        if (name.Namespace.Split('.').FirstOrDefault(s_hidden.Contains) is { } hidden)
            return $"namespace '{name.Namespace}' would hide C#'s own '{hidden}'; set Namespace";
        if (name.Namespace.Equals(RuntimeNamespace, StringComparison.OrdinalIgnoreCase))
            return $"namespace '{name.Namespace}' is taken by SnnGen itself; set Namespace";
        return null;
    }

    // Such as Layer0Neurons or StepLayer0.
    private static bool IsLayerMember(string name) =>
        s_layerMembers.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)) && name.Any(char.IsDigit);

    // C# ignores format characters in identifiers: two names could look or be the same without being equal.
    private static bool IsIdentifier(string name) =>
        SyntaxFacts.IsValidIdentifier(name) && !name.Any(c => char.GetUnicodeCategory(c) == UnicodeCategory.Format);
}
