using Microsoft.CodeAnalysis;
using SnnGen.Generators.Emit;

namespace SnnGen.Generators.Usage;

/// <summary>A network's class as an app sees it.</summary>
/// <param name="Type">The class.</param>
/// <param name="InputSize">Its number of inputs.</param>
/// <param name="OutputSize">Its number of outputs.</param>
/// <param name="TimeSteps">Its steps of one inference.</param>
/// <param name="IsPortable">Whether it is of the portable profile: an object with a state, of which the app keeps an instance.</param>
internal sealed record GeneratedClass(INamedTypeSymbol Type, int InputSize, int OutputSize, int TimeSteps, bool IsPortable)
{
    private const string Attribute = "System.CodeDom.Compiler.GeneratedCodeAttribute";

    /// <summary>Words of a frame of spikes, one bit an input.</summary>
    public int FrameWords => (InputSize + 63) / 64;

    /// <summary>The class that a member belongs to, or the type that it is nested in; null for all other code.</summary>
    public static GeneratedClass? Of(ISymbol? member)
    {
        INamedTypeSymbol? type = member?.ContainingType?.ContainingType ?? member?.ContainingType;
        // Most code ends here: the constants are looked for first.
        if (type is null
            || Constant(type, nameof(InputSize)) is not { } inputs
            || Constant(type, nameof(OutputSize)) is not { } outputs
            || Constant(type, nameof(TimeSteps)) is not { } steps)
            return null;
        return IsModern(type) ? new GeneratedClass(type, inputs, outputs, steps, IsPortable: false)
            : HasPortableShape(type) ? new GeneratedClass(type, inputs, outputs, steps, IsPortable: true)
            : null;
    }

    private static int? Constant(INamedTypeSymbol type, string name)
    {
        foreach (ISymbol member in type.GetMembers(name))
        {
            if (member is IFieldSymbol { HasConstantValue: true, ConstantValue: int value })
                return value;
        }
        return null;
    }

    private static bool IsModern(INamedTypeSymbol type) => type.IsStatic && type.GetAttributes().Any(attribute =>
        attribute.AttributeClass?.ToDisplayString() == Attribute
        && attribute.ConstructorArguments.Length > 0
        && attribute.ConstructorArguments[0].Value is GeneratorIdentity.Tool);

    /// <summary>A portable class has no attribute, since small runtimes lack it, and may be a copied file: its methods tell.</summary>
    private static bool HasPortableShape(INamedTypeSymbol type) =>
        type is { IsSealed: true, IsStatic: false }
        && HasMethod(type, "Run", SpecialType.System_Int32, "steps", "inputs", "count")
        && HasMethod(type, "Step", SpecialType.System_Boolean, "inputs", "count")
        && HasMethod(type, "GetPotential", SpecialType.None, "output")
        && HasMethod(type, "Reset", SpecialType.System_Void);

    private static bool HasMethod(INamedTypeSymbol type, string name, SpecialType result, params string[] parameters) =>
        type.GetMembers(name).OfType<IMethodSymbol>().Any(method =>
            (result == SpecialType.None || method.ReturnType.SpecialType == result)
            && method.Parameters.Select(parameter => parameter.Name).SequenceEqual(parameters));
}
