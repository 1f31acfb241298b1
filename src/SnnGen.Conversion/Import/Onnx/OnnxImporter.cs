using MathNet.Numerics.LinearAlgebra;
using SnnGen.Conversion.Analog;
using SnnGen.Conversion.Diagnostics;

namespace SnnGen.Conversion.Import.Onnx;

/// <summary>Reads a trained network from an ONNX file.</summary>
public static class OnnxImporter
{
    /// <summary>The network in <paramref name="path"/>; docs/operators.md says what is supported.</summary>
    /// <exception cref="ConversionException">SNN1001 to SNN1005: the file cannot be read, is corrupt or not supported.</exception>
    public static AnalogNetwork Import(string path)
    {
        AnalogNetwork network = GraphWalker.Walk(path, OnnxModelReader.Read(path));
        foreach (AnalogLayer layer in network.Layers)
            RequireFinite(path, layer);
        return network;
    }

    /// <summary>Finite weights can still fold to infinity or NaN: a division by zero, a negative variance.</summary>
    private static void RequireFinite(string path, AnalogLayer layer)
    {
        IEnumerable<Matrix<double>> weights = layer.Projections.SelectMany(projection => projection.Connection.Matrices);
        if (!weights.All(matrix => matrix.ForAll(double.IsFinite, Zeros.Include)) || !layer.Bias.All(double.IsFinite))
            throw new ConversionException(
                DiagnosticDescriptors.NonFiniteWeights, path,
                $"layer '{layer.Name}' folds to weights that are NaN or infinite; check its divisors and variances");
    }
}
