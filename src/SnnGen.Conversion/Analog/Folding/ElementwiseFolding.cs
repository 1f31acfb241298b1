namespace SnnGen.Conversion.Analog.Folding;

/// <summary>What happens to each element on its own, and sums of two tensors.</summary>
/// <param name="layers">The layers.</param>
/// <param name="name">Name of the node.</param>
internal sealed class ElementwiseFolding(LayerList layers, string name)
{
    /// <summary>x ∘ factor + shift.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="factor">One an element.</param>
    /// <param name="shift">One an element.</param>
    public FoldedTensor ScaleAndShift(FoldedTensor x, double[] factor, double[] shift)
    {
        for (int k = 0; k < shift.Length; k++)
            RequireZero(x, k, shift[k]);
        double[][] factors = x.PerUnit(factor, 1), shifts = x.PerUnit(shift, 0);
        return x with { Parts = [.. x.Parts.Select((part, p) => Scale(part, factors[p], shifts[p]))] };
    }

    /// <summary>φ(x).</summary>
    public FoldedTensor Activate(FoldedTensor x, Activation activation)
    {
        for (int k = 0; k < x.Order.Length; k++)
            RequireZero(x, k, activation.Apply(0));
        return x with { Parts = [.. x.Parts.Select(part => layers.Activate(name, part, activation))] };
    }

    /// <summary>left + right · sign, of one shape.</summary>
    public FoldedTensor Add(FoldedTensor left, FoldedTensor right, double sign)
    {
        if (!IsAlike(left, right))
            (left, right) = (Flattening.Flatten(left, layers, name), Flattening.Flatten(right, layers, name));
        if (sign != 1)
            right = ScaleAndShift(right, [.. right.Order.Select(_ => sign)], new double[right.Order.Length]);
        return left with
        {
            Parts = [.. left.Parts.Zip(right.Parts, (a, b) => layers.Unpooled(name, a).Plus(layers.Unpooled(name, b)))],
        };
    }

    private static bool IsAlike(FoldedTensor left, FoldedTensor right) =>
        left.Parts.Select(part => part.Map).SequenceEqual(right.Parts.Select(part => part.Map)) && left.Order.SequenceEqual(right.Order);

    private Signal Scale(Signal part, double[] factor, double[] shift) =>
        part.ScaledAndShifted(factor, shift, layers) ?? layers.Unpooled(name, part).ScaledAndShifted(factor, shift, layers)!;

    private static void RequireZero(FoldedTensor x, int element, double value)
    {
        if (x.Order[element] == FoldedTensor.Zero && value != 0)
            throw new UnfoldableException("it changes the zeros of a Pad; pad right before the convolution or pooling");
    }
}
