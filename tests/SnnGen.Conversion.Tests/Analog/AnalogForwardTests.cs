using MathNet.Numerics.LinearAlgebra;
using SnnGen.Conversion.Analog;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Conversion.Tests.Analog;

public class AnalogForwardTests
{
    [Fact]
    public void A_network_computed_by_hand()
    {
        var network = new AnalogNetwork("hand", TensorShape.Of(2),
        [
            new AnalogLayer("hidden", Matrix([[1, 2, -1], [0.5, -1, 3]]), Vector(0.5, 0, -1), new Relu(4)),
            new AnalogLayer("out", Matrix([[1, -1], [2, 0], [0.5, 1]]), Vector(10, 20), new Identity()),
        ]);

        Matrix<double> logits = AnalogForward.Logits(network, Matrix([[2, 1], [1, 3]]));

        // Hidden: (3, 3, 0) of (3, 3, 0), and (3, 0, 4) of (3, -1, 7).
        Assert.Equal(Matrix([[19, 17], [15, 21]]), logits);
        Assert.Equal((2, 2), (network.InputSize, network.OutputSize));
    }

    [Theory]
    [InlineData(-1.5, 0, 0, -0.90514825364486640, 0.18242552380635635)]
    [InlineData(0, 0, 0, 0, 0.5)]
    [InlineData(0.25, 0.25, 0.25, 0.24491866240370913, 0.56217650088579807)]
    [InlineData(7, 7, 6, 0.99999833694394467, 0.99908894880559935)]
    public void Activations(double u, double relu, double relu6, double tanh, double sigmoid)
    {
        Assert.Equal(u, new Identity().Apply(u));
        Assert.Equal(relu, new Relu().Apply(u));
        Assert.Equal(relu6, new Relu(6).Apply(u));
        Assert.Equal(tanh, new Tanh().Apply(u), 1e-15);
        Assert.Equal(sigmoid, new Sigmoid().Apply(u), 1e-15);
    }

    private static Matrix<double> Matrix(double[][] rows) => Matrix<double>.Build.DenseOfRowArrays(rows);

    private static Vector<double> Vector(params double[] values) => Vector<double>.Build.Dense(values);
}
