using MathNet.Numerics.LinearAlgebra;
using SnnGen.Spiking;
using SnnGen.Spiking.Layers;

namespace SnnGen.Conversion.Analog;

/// <summary>Inference of the ANN in double precision, for a batch of inputs at a time.</summary>
public static class AnalogForward
{
    /// <summary>What the network computes, N × outputs.</summary>
    /// <param name="network">The ANN.</param>
    /// <param name="x">Inputs, N × n.</param>
    public static Matrix<double> Outputs(AnalogNetwork network, Matrix<double> x) =>
        Logits(network, x).Map(u => network.Output.Apply(u), Zeros.Include);

    /// <summary>Logits, N × outputs.</summary>
    /// <param name="network">The ANN.</param>
    /// <param name="x">Inputs, N × n.</param>
    public static Matrix<double> Logits(AnalogNetwork network, Matrix<double> x)
    {
        var activations = new List<Matrix<double>>();
        foreach (AnalogLayer layer in network.Layers)
        {
            Matrix<double> currents = Currents(layer, source => source == Projection.NetworkInput ? x : activations[source]);
            activations.Add(Activations(layer, currents));
        }
        return activations[^1];
    }

    /// <summary>u = Σ of the projections + b, before pooling, N × currents.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="valuesOf">Values of a source, N × units.</param>
    public static Matrix<double> Currents(AnalogLayer layer, Func<int, Matrix<double>> valuesOf)
    {
        Matrix<double>? sum = null;
        foreach (AnalogProjection projection in layer.Projections)
        {
            Matrix<double> part = Apply(projection, valuesOf(projection.Source));
            sum = sum is null ? part : sum + part;
        }
        return sum!.MapIndexed((_, j, value) => value + layer.BiasOf(j), Zeros.Include);
    }

    /// <summary>φ(pool(u)), N × m.</summary>
    public static Matrix<double> Activations(AnalogLayer layer, Matrix<double> currents)
    {
        Matrix<double> pooled = layer.Pooling is { } window ? WindowOperations.Max(window, currents) : currents;
        return pooled.Map(layer.Activation.Apply, Zeros.Include);
    }

    /// <summary>What one projection makes of the values of its source, N × outputs.</summary>
    public static Matrix<double> Apply(AnalogProjection projection, Matrix<double> values)
    {
        if (projection.Pooling is { } window)
            values = WindowOperations.Sum(window, projection.Order, values);
        return projection.Connection switch
        {
            AnalogDense dense => values * dense.Weights,
            AnalogConvolution convolution => WindowOperations.Convolve(convolution, projection.InputOrder, values),
            _ => throw new NotSupportedException(projection.Connection.ToString()),
        };
    }
}
