using MathNet.Numerics.LinearAlgebra;

namespace SnnGen.Conversion.Analog;

/// <summary>Inference of the ANN in double precision.</summary>
public static class AnalogForward
{
    /// <summary>u = x W + b, N × m.</summary>
    public static Matrix<double> Preactivations(AnalogLayer layer, Matrix<double> x)
    {
        Matrix<double> u = x * layer.Weights;
        for (int j = 0; j < u.ColumnCount; j++)
            for (int i = 0; i < u.RowCount; i++)
                u[i, j] += layer.Bias[j];
        return u;
    }

    /// <summary>Logits, N × outputs.</summary>
    public static Matrix<double> Logits(AnalogNetwork network, Matrix<double> x)
    {
        foreach (AnalogLayer layer in network.Layers)
            x = Preactivations(layer, x).Map(layer.Activation.Apply, Zeros.Include);
        return x;
    }
}
