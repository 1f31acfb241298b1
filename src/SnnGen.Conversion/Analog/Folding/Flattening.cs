using MathNet.Numerics.LinearAlgebra;

namespace SnnGen.Conversion.Analog.Folding;

/// <summary>Brings the elements of a tensor into their own order, in one signal without places.</summary>
internal static class Flattening
{
    /// <summary>The tensor with as many units as elements, unit k being element k.</summary>
    public static FoldedTensor Flatten(FoldedTensor x, LayerList layers, string name)
    {
        if (x.Parts is [{ Pooling: null, Map: { Height: 1, Width: 1 } } only] && x.Order.Length == only.Size && !x.Order.Where((unit, k) => unit != k).Any())
            return x;
        int elements = x.Order.Length;
        int[] offsets = x.Offsets();
        int[][] elementOf = [.. x.Parts.Select(part => Enumerable.Repeat(-1, part.Size).ToArray())];
        for (int k = 0; k < elements; k++)
            if (x.Order[k] != FoldedTensor.Zero)
            {
                (int part, int unit) = FoldedTensor.Locate(offsets, x.Order[k]);
                elementOf[part][unit] = k;
            }
        Signal[] parts = [.. x.Parts.Select((part, p) => Place(layers.Unpooled(name, part), elementOf[p], elements, layers))];
        return FoldedTensor.Of(parts.Aggregate((a, b) => a.Plus(b)));
    }

    private static Signal Place(Signal part, int[] elementOf, int elements, LayerList layers)
    {
        var shift = new double[elements];
        for (int j = 0; j < elementOf.Length; j++)
            if (elementOf[j] >= 0)
                shift[elementOf[j]] = part.Shift[j];
        return new Signal(
            Signal.Flat(elements),
            [.. part.Terms.Select(term => TermMatrix.Then(term, part.Size, elements, elements, rows => Columns(rows, elementOf, elements), layers))],
            shift, Name: part.Name);
    }

    private static Matrix<double> Columns(Matrix<double> rows, int[] elementOf, int elements)
    {
        var placed = Matrix<double>.Build.Dense(rows.RowCount, elements);
        for (int j = 0; j < elementOf.Length; j++)
            if (elementOf[j] >= 0)
                placed.SetColumn(elementOf[j], rows.Column(j));
        return placed;
    }
}
