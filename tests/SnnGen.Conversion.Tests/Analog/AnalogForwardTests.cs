using MathNet.Numerics.LinearAlgebra;
using SnnGen.Conversion.Analog;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Conversion.Tests.Analog;

public class AnalogForwardTests
{
    [Fact]
    public void A_network_computed_by_hand()
    {
        var network = new AnalogNetwork("hand", TensorShape.Of(2),
        [
            Dense("hidden", -1, Matrix([[1, 2, -1], [0.5, -1, 3]]), [0.5, 0, -1], new Relu(4)),
            Dense("out", 0, Matrix([[1, -1], [2, 0], [0.5, 1]]), [10, 20], new Identity()),
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

    [Theory]
    [InlineData(-8, -0.8, -0.99966453737209748, 0.00033540637289566238, 0, -1)]
    [InlineData(-0.5, -0.05, -0.39346934028736658, 0.4740769841801067, 0.4, -0.5)]
    [InlineData(2, 2, 2, 2.1269280110429727, 0.9, 1)]
    public void Other_activations(double u, double leaky, double elu, double softplus, double hardSigmoid, double hardTanh)
    {
        (Activation Activation, double Value)[] cases =
        [
            (new LeakyRelu(0.1), leaky), (new Elu(1), elu), (new Softplus(), softplus), (new HardSigmoid(0.2, 0.5), hardSigmoid),
            (new Relu(1, -1), hardTanh),
        ];
        Assert.All(cases, c =>
        {
            Assert.Equal(c.Value, c.Activation.Apply(u), 1e-15);
            Assert.InRange(c.Value, c.Activation.Infimum, c.Activation.Supremum);
        });
    }

    private static Matrix<double> Matrix(double[][] rows) => Matrix<double>.Build.DenseOfRowArrays(rows);

    private static AnalogLayer Dense(string name, int source, Matrix<double> weights, double[] bias, Activation activation) => new(
        name, TensorShape.Of(bias.Length), [new AnalogProjection(source, ChannelOrder.Last, null, new AnalogDense(weights))], null, bias, activation);
}
