using MathNet.Numerics.LinearAlgebra;

namespace SnnGen.Conversion.Analog.Folding;

/// <summary>Multiplies the values of a term.</summary>
internal static class TermScaling
{
    /// <summary>The term times <paramref name="factor"/>, one a unit.</summary>
    public static Term Scale(Term term, double[] factor, LayerList sources)
    {
        if (term is DirectTerm direct)
            return direct.Times(factor);
        AnalogProjection projection = ((ProjectedTerm)term).Projection;
        if (projection.Connection is AnalogConvolution convolution)
        {
            int channels = convolution.Window.Output.Channels;
            if (Channelwise.Of(factor, channels) is { } perChannel)
                return new ProjectedTerm(projection with { Connection = Scale(convolution, perChannel) });
            projection = TermMatrix.ToDense(term, factor.Length, sources);
        }
        Matrix<double> weights = ((AnalogDense)projection.Connection).Weights;
        return new ProjectedTerm(projection with { Connection = new AnalogDense(Columns(weights, 0, factor)) });
    }

    private static AnalogConvolution Scale(AnalogConvolution convolution, double[] factor)
    {
        int perGroup = factor.Length / convolution.Groups;
        return convolution with { Kernels = [.. convolution.Kernels.Select((kernel, group) => Columns(kernel, group * perGroup, factor))] };
    }

    private static Matrix<double> Columns(Matrix<double> matrix, int first, double[] factor) =>
        matrix.MapIndexed((_, column, value) => value * factor[first + column], Zeros.Include);
}
