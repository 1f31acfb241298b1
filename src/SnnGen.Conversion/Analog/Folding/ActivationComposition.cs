namespace SnnGen.Conversion.Analog.Folding;

/// <summary>Two activations in a row as one.</summary>
internal static class ActivationComposition
{
    /// <summary>second(first(u)), or null where there is no one φ that computes it.</summary>
    /// <exception cref="UnfoldableException">The result is constant.</exception>
    public static Activation? Compose(Activation first, Activation second) => (first, second) switch
    {
        (Identity, _) => second,
        (Relu inner, Relu outer) => Intersect(inner, outer),
        (_, Relu outer) when outer.Floor <= first.Infimum && outer.Ceiling >= first.Supremum => first,
        _ => null,
    };

    private static Relu Intersect(Relu inner, Relu outer)
    {
        double floor = Math.Max(inner.Floor, outer.Floor), ceiling = Math.Min(inner.Ceiling, outer.Ceiling);
        return floor < ceiling
            ? new Relu(ceiling, floor)
            : throw new UnfoldableException(FormattableString.Invariant(
                $"what it clips lies in [{inner.Floor}, {inner.Ceiling}], so that its result is constant"));
    }
}
