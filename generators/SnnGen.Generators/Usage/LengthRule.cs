using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SnnGen.Generators.Usage;

/// <summary>The length that an argument must have: the product of constants of the network and a number.</summary>
/// <param name="Network">The network.</param>
/// <param name="Length">Elements.</param>
/// <param name="Factors">Names of the constants, and the number where it is not 1.</param>
/// <param name="AllowsMultiples">Whether whole multiples will do.</param>
internal sealed record LengthRule(GeneratedClass Network, long Length, IReadOnlyList<string> Factors, bool AllowsMultiples = false)
{
    /// <summary>The length for messages, as in <c>784 elements (InputSize)</c>.</summary>
    public string Words => string.Format(
        CultureInfo.InvariantCulture, "{0}{1} {2} ({3})",
        AllowsMultiples ? "a multiple of " : "", Length, Length == 1 ? "element" : "elements", string.Join(" * ", Factors));

    /// <summary>The rule for an argument, or null where any length is right.</summary>
    public static LengthRule? For(IArgumentOperation argument)
    {
        string? parameter = argument.Parameter?.Name;
        // Most code ends here, before its types are looked at.
        if (parameter is not ("input" or "inputs" or "sequence" or "frame") || argument.Parent is not IInvocationOperation call)
            return null;
        if (!IsSequence(argument.Parameter!.Type) || GeneratedClass.Of(call.TargetMethod) is not { } network)
            return null;
        // Another overload is the app's own, since the class is partial.
        if (network.IsPortable != argument.Parameter.Type is IArrayTypeSymbol)
            return null;
        return (call.TargetMethod.Name, parameter) switch
        {
            ("Run" or "Hold" or "Encode", "input") => new LengthRule(network, network.InputSize, ["InputSize"]),
            ("RunSequence", "sequence") => new LengthRule(network, (long)network.TimeSteps * network.InputSize, ["TimeSteps", "InputSize"]),
            ("Step", "frame") => new LengthRule(network, network.FrameWords, ["FrameWords"]),
            ("Run", "inputs") when !network.IsPortable => Batch(network, call),
            _ => null,
        };
    }

    /// <summary>Whether an argument of this length is right.</summary>
    public bool Admits(long length) => AllowsMultiples ? length % Length == 0 : length == Length;

    /// <summary>Whether a type is an array or span, of which the length is that of what it is made of.</summary>
    public static bool IsSequence(ITypeSymbol? type) => type is IArrayTypeSymbol { Rank: 1 }
        || type is INamedTypeSymbol { Name: "Span" or "ReadOnlySpan", Arity: 1, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>The length in C#, for code at <paramref name="position"/>.</summary>
    public string Expression(SemanticModel model, int position)
    {
        string type = Network.Type.ToMinimalDisplayString(model, position);
        return string.Join(" * ", Factors.Select(factor => char.IsLetter(factor[0]) ? $"{type}.{factor}" : factor));
    }

    // As many inputs as there are classes to be received; where that is not known, whole inputs at least.
    private static LengthRule Batch(GeneratedClass network, IInvocationOperation call)
    {
        IArgumentOperation? classes = call.Arguments.FirstOrDefault(other => other.Parameter?.Name == "classes");
        return classes is not null && KnownLength.Of(classes.Value) is { } count
            ? new LengthRule(network, network.InputSize * count.Length, ["InputSize", count.Length.ToString(CultureInfo.InvariantCulture)])
            : new LengthRule(network, network.InputSize, ["InputSize"], AllowsMultiples: true);
    }
}
