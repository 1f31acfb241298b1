using MathNet.Numerics.LinearAlgebra;

namespace SnnGen.Conversion.Analog.Folding;

/// <summary>Products with a matrix.</summary>
internal static class DenseFolding
{
    /// <summary>x W, x as one row.</summary>
    /// <param name="layers">The layers.</param>
    /// <param name="name">Name of the node.</param>
    /// <param name="x">The tensor.</param>
    /// <param name="weights">W, one row an element of <paramref name="x"/>.</param>
    public static FoldedTensor Multiply(LayerList layers, string name, FoldedTensor x, Matrix<double> weights)
    {
        int[] offsets = x.Offsets();
        layers.Budget.TakeNumbers(x.Parts.Sum(part => (long)part.Size * weights.ColumnCount));
        Matrix<double>[] perPart = [.. x.Parts.Select(part => Matrix<double>.Build.Dense(part.Size, weights.ColumnCount))];
        for (int k = 0; k < x.Order.Length; k++)
            if (x.Order[k] != FoldedTensor.Zero)
            {
                (int part, int unit) = FoldedTensor.Locate(offsets, x.Order[k]);
                perPart[part].SetRow(unit, weights.Row(k));
            }
        Signal[] products = [.. x.Parts.Select((part, p) => Multiply(layers, name, layers.Unpooled(name, part), perPart[p]))];
        return FoldedTensor.Of(products.Aggregate((a, b) => a.Plus(b)));
    }

    private static Signal Multiply(LayerList layers, string name, Signal part, Matrix<double> weights)
    {
        Vector<double> shift = weights.LeftMultiply(Vector<double>.Build.Dense(part.Shift));
        return new Signal(
            Signal.Flat(weights.ColumnCount), [.. part.Terms.Select(term => Multiply(layers, term, part.Size, weights))],
            shift.ToArray(), Name: name);
    }

    private static Term Multiply(LayerList layers, Term term, int units, Matrix<double> weights)
    {
        if (term is not DirectTerm direct)
            return TermMatrix.Then(term, units, weights.ColumnCount, (long)units * weights.ColumnCount, rows => rows * weights, layers);
        Matrix<double> scaled = direct.Scale is { } scale
            ? weights.MapIndexed((i, _, w) => w * scale[i], Zeros.Include)
            : weights;
        return new ProjectedTerm(new AnalogProjection(direct.Source, direct.Order, direct.Pooling, new AnalogDense(scaled)));
    }
}
