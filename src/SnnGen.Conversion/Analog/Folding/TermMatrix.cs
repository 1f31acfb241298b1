using MathNet.Numerics.LinearAlgebra;
using SnnGen.Spiking.Layers;

namespace SnnGen.Conversion.Analog.Folding;

/// <summary>
/// Any linear map as one matrix: what is folded so where no convolution computes it. Bounded, so that a small file cannot
/// ask for all memory.
/// </summary>
internal static class TermMatrix
{
    private const long MaximumWeights = 1L << 26;

    /// <summary>The term as a fully connected projection of its source.</summary>
    /// <param name="term">The term.</param>
    /// <param name="units">Number of values it gives.</param>
    /// <param name="sources">Sizes of the sources.</param>
    public static AnalogProjection ToDense(Term term, int units, LayerList sources) =>
        term is ProjectedTerm { Projection: { Connection: AnalogDense } projection }
            ? projection
            : Dense(term.Source, Of(term, units, sources));

    /// <summary>The term followed by a linear map of its values.</summary>
    /// <param name="term">The term.</param>
    /// <param name="units">Number of values of the term.</param>
    /// <param name="outputs">Number of values of the map.</param>
    /// <param name="products">Products that the map adds up, of one row.</param>
    /// <param name="map">The map, on rows.</param>
    /// <param name="sources">Sizes of the sources.</param>
    public static Term Then(Term term, int units, int outputs, long products, Func<Matrix<double>, Matrix<double>> map, LayerList sources)
    {
        Require(sources.SizeOf(term.Source), outputs);
        sources.Budget.TakeNumbers((long)sources.SizeOf(term.Source) * outputs);
        sources.Budget.TakeProducts(sources.SizeOf(term.Source), products);
        return new ProjectedTerm(Dense(term.Source, map(Of(term, units, sources))));
    }

    private static Matrix<double> Of(Term term, int units, LayerList sources)
    {
        int inputs = sources.SizeOf(term.Source);
        if (term is ProjectedTerm { Projection: { Pooling: null, Connection: AnalogDense { Weights: var weights } } })
            return weights;
        Require(inputs, inputs);
        Require(inputs, units);
        sources.Budget.TakeNumbers((long)inputs * (inputs + units));
        Matrix<double> identity = Matrix<double>.Build.DenseIdentity(inputs);
        if (term is ProjectedTerm { Projection: var projection })
            return AnalogForward.Apply(projection, identity);
        var direct = (DirectTerm)term;
        Matrix<double> values = direct.Pooling is { } window ? WindowOperations.Sum(window, direct.Order, identity) : identity;
        values.MapIndexedInplace((_, j, value) => value * direct.ScaleOf(j), Zeros.Include);
        return values;
    }

    private static AnalogProjection Dense(int source, Matrix<double> weights) =>
        new(source, ChannelOrder.Last, null, new AnalogDense(weights));

    private static void Require(long inputs, long outputs)
    {
        if (inputs * outputs > MaximumWeights)
            throw new UnfoldableException(
                $"no convolution computes this, and a fully connected layer would have {inputs} x {outputs} weights, more than {MaximumWeights}");
    }
}
