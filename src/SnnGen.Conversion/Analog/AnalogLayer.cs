using MathNet.Numerics.LinearAlgebra;

namespace SnnGen.Conversion.Analog;

/// <summary>One dense layer of the ANN: a = φ(x W + b), x a row.</summary>
/// <param name="Name">Name of the node in the model file.</param>
/// <param name="Weights">W, n × m, finite.</param>
/// <param name="Bias">b, length m, finite.</param>
/// <param name="Activation">φ.</param>
public sealed record AnalogLayer(string Name, Matrix<double> Weights, Vector<double> Bias, Activation Activation)
{
    /// <summary>n.</summary>
    public int Inputs => Weights.RowCount;

    /// <summary>m.</summary>
    public int Outputs => Weights.ColumnCount;
}
