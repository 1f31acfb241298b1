using SnnGen.Spiking.Layers;

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
    /// <param name="x">The tensor.</param>
    /// <param name="activation">φ.</param>
    /// <param name="shape">Its channels, height and width, or null where it has no places.</param>
    public FoldedTensor Activate(FoldedTensor x, Activation activation, FeatureMap? shape)
    {
        // The network's input has no places of its own: a layer made of it gets those that the model sees.
        if (shape is { } map && x.Parts is [{ Map: { Height: 1, Width: 1 } } input] && input.Terms.All(term => term.Source == Projection.NetworkInput))
            x = SpatialView.TryOf(x, map)?.InPlaces(layers) ?? x;
        for (int k = 0; k < x.Order.Length; k++)
            RequireZero(x, k, activation.Apply(0));
        return x with { Parts = [.. x.Parts.Select(part => layers.Activate(name, part, activation))] };
    }

    /// <summary>left + right · sign, of one shape.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    /// <param name="sign">1 or −1.</param>
    /// <param name="shape">Their channels, height and width, or null where they have no places.</param>
    public FoldedTensor Add(FoldedTensor left, FoldedTensor right, double sign, FeatureMap? shape)
    {
        if (!IsAlike(left, right) && shape is { } map)
            (left, right) = (SpatialView.Of(left, map, layers, name).InPlaces(layers), SpatialView.Of(right, map, layers, name).InPlaces(layers));
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
