using CsCheck;
using MathNet.Numerics.LinearAlgebra;
using SnnGen.Conversion.Analog;
using SnnGen.Conversion.Quantization;
using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.NetworkFile;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Conversion.Tests.Quantization;

public class LayerQuantizerTests
{
    private static readonly FixedPointArithmetic s_int8 = new(8, 31);
    private static readonly NeuronSetting s_neuron = NeuronSetting.Hidden(new IntegrateAndFire(ResetMode.Subtract), sharesScale: false);

    private static readonly Gen<AnalogLayer> s_layers = Gen.Select(
        Gen.Int[0, 1_000_000], Gen.Int[1, 30], Gen.Int[1, 8], Gen.Double[-3, 2], (seed, inputs, neurons, exponent) =>
        {
            var random = new Random(seed);
            double size = Math.Pow(10, exponent);
            return Layer(
                Matrix<double>.Build.Dense(inputs, neurons, (_, _) => size * (random.NextDouble() - 0.5)),
                [.. Enumerable.Range(0, neurons).Select(_ => random.NextDouble() - 0.5)], 0);
        });

    [Fact]
    public void Weights_in_units_of_the_threshold_are_off_by_half_a_step_at_most() => Gen.Select(s_layers, Gen.Bool).Sample((layer, isFirst) =>
    {
        AnalogLayer analog = From(layer, isFirst ? Projection.NetworkInput : 0);
        Matrix<double> weights = ((AnalogDense)analog.Projections[0].Connection).Weights;
        SpikingLayer spiking = LayerQuantizer.Quantize(analog, s_neuron, s_int8).Layer;
        double unit = isFirst ? 255 : 1;
        for (int j = 0; j < spiking.Neurons; j++)
        {
            double threshold = Values(spiking.Threshold)[j];
            for (int i = 0; i < weights.RowCount; i++)
            {
                double weight = Weights(spiking)[i * spiking.Neurons + j] * unit / threshold;
                // Half a weight step, and the rounding of the threshold itself.
                double tolerance = 0.5 * unit / threshold + Math.Abs(weights[i, j]) / threshold;
                Assert.InRange(weight - weights[i, j], -tolerance - 1e-12, tolerance + 1e-12);
            }
            Assert.InRange(Values(spiking.Bias)[j] / threshold - analog.Bias[j], -1.1 / threshold, 1.1 / threshold);
            Assert.Equal((int)threshold / 2, Values(spiking.InitialPotential)[j]);
        }
    }, iter: 300, threads: 1);

    [Fact]
    public void Every_neuron_uses_the_whole_range_of_the_weights()
    {
        AnalogLayer layer = Layer(new[,] { { 0.5, 0.01 }, { -0.25, 0.005 } }, 0, Projection.NetworkInput);
        int[] weights = Weights(LayerQuantizer.Quantize(layer, s_neuron, s_int8).Layer);
        Assert.Equal([127, 127, -64, 64], weights);
    }

    [Fact]
    public void The_readout_shares_one_scale_so_that_its_potentials_compare()
    {
        AnalogLayer layer = Layer(new[,] { { 1.0, 0.5 }, { -0.5, 0.25 } }, 0, 0);
        SpikingLayer spiking = LayerQuantizer.Quantize(layer, NeuronSetting.Integrating, s_int8).Layer;
        Assert.Equal([127, 64, -64, 32], Weights(spiking));
        Assert.All(Values(spiking.InitialPotential), v => Assert.Equal(0, v));
    }

    [Fact]
    public void A_neuron_without_weights_keeps_its_bias()
    {
        AnalogLayer layer = Layer(new[,] { { 0.0 }, { 0.0 } }, 0.5, 0);
        SpikingLayer spiking = LayerQuantizer.Quantize(layer, s_neuron, s_int8).Layer;
        Assert.Equal(0.5, (double)Values(spiking.Bias)[0] / Values(spiking.Threshold)[0], 2);
    }

    [Fact]
    public void A_current_beyond_the_range_costs_precision_instead_of_wrapping()
    {
        AnalogLayer layer = Layer(new[,] { { 0.5 }, { -0.5 } }, -1e9, Projection.NetworkInput);
        SpikingLayer spiking = LayerQuantizer.Quantize(layer, s_neuron, s_int8).Layer;
        Assert.InRange(Values(spiking.Bias)[0], -FixedPointArithmetic.CurrentLimit, -0.99 * FixedPointArithmetic.CurrentLimit);
        NetworkValidator.Validate(new SpikingNetwork(
            "network", s_int8, 1, new InputEncoder(TensorShape.Of(2), InputEncoding.Current, 1, 0),
            new EquatableArray<SpikingLayer>(
            [
                spiking,
                LayerQuantizer.Quantize(Layer(new[,] { { 1.0 } }, 0, 0), NeuronSetting.Integrating, s_int8).Layer,
            ]),
            default, default));
    }

    [Fact]
    public void Single_precision_is_a_cast()
    {
        AnalogLayer layer = Layer(new[,] { { 0.1, -0.2 } }, 0.3, Projection.NetworkInput);
        SpikingLayer spiking = LayerQuantizer.Quantize(layer, s_neuron, new Float32Arithmetic()).Layer;
        Assert.Equal([0.1f, -0.2f], ((Float32Tensor)spiking.Projections[0].Connection.Weights).Values);
        Assert.Equal([0.3f, 0.3f], ((Float32Tensor)spiking.Bias).Values);
        Assert.Equal([1f], ((Float32Tensor)spiking.Threshold).Values);
        Assert.Equal([0.5f], ((Float32Tensor)spiking.InitialPotential).Values);
    }

    private static AnalogLayer Layer(double[,] weights, double bias, int source) => Layer(
        Matrix<double>.Build.DenseOfArray(weights), [.. Enumerable.Repeat(bias, weights.GetLength(1))], source);

    private static AnalogLayer Layer(Matrix<double> weights, double[] bias, int source) => new(
        "layer", TensorShape.Of(weights.ColumnCount),
        [new AnalogProjection(source, ChannelOrder.Last, null, new AnalogDense(weights))], null, bias, new Relu());

    private static AnalogLayer From(AnalogLayer layer, int source) =>
        layer with { Projections = [layer.Projections[0] with { Source = source }] };

    private static int[] Weights(SpikingLayer layer) => Values(layer.Projections[0].Connection.Weights);

    private static int[] Values(Tensor tensor) => ((IntegerTensor)tensor).Values.ToArray();
}
