using CsCheck;
using MathNet.Numerics.LinearAlgebra;
using SnnGen.Conversion.LinearPrograms;
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
    private static readonly NeuronModel s_neuron = new IntegrateAndFire(ResetMode.Subtract);

    private static readonly Gen<LayerSolution> s_solutions = Gen.Select(
        Gen.Int[0, 1_000_000], Gen.Int[1, 30], Gen.Int[1, 8], Gen.Double[-3, 2], (seed, inputs, neurons, exponent) =>
        {
            var random = new Random(seed);
            double size = Math.Pow(10, exponent);
            return new LayerSolution(
                Matrix<double>.Build.Dense(inputs, neurons, (_, _) => size * (random.NextDouble() - 0.5)),
                Vector<double>.Build.Dense(neurons, _ => random.NextDouble() - 0.5),
                new Certificate[neurons]);
        });

    [Fact]
    public void Weights_in_units_of_the_threshold_are_off_by_half_a_step_at_most() => Gen.Select(s_solutions, Gen.Bool).Sample((solution, isFirst) =>
    {
        DenseLayer layer = LayerQuantizer.Quantize(solution, "layer", s_neuron, s_int8, isFirst);
        double unit = isFirst ? 255 : 1;
        for (int j = 0; j < layer.Neurons; j++)
        {
            double threshold = Values(layer.Threshold)[j];
            for (int i = 0; i < layer.Inputs; i++)
            {
                double weight = Values(layer.Weights)[i * layer.Neurons + j] * unit / threshold;
                // Half a weight step, and the rounding of the threshold itself.
                double tolerance = 0.5 * unit / threshold + Math.Abs(solution.Weights[i, j]) / threshold;
                Assert.InRange(weight - solution.Weights[i, j], -tolerance - 1e-12, tolerance + 1e-12);
            }
            Assert.InRange(Values(layer.Bias)[j] / threshold - solution.Bias[j], -1.1 / threshold, 1.1 / threshold);
            Assert.Equal((int)threshold / 2, Values(layer.InitialPotential)[j]);
        }
    }, iter: 300, threads: 1);

    [Fact]
    public void Every_neuron_uses_the_whole_range_of_the_weights()
    {
        LayerSolution solution = Solution(new[,] { { 0.5, 0.01 }, { -0.25, 0.005 } });
        int[] weights = Values(LayerQuantizer.Quantize(solution, "layer", s_neuron, s_int8, isFirst: true).Weights);
        Assert.Equal([127, 127, -64, 64], weights);
    }

    [Fact]
    public void The_readout_shares_one_scale_so_that_its_potentials_compare()
    {
        LayerSolution solution = Solution(new[,] { { 1.0, 0.5 }, { -0.5, 0.25 } });
        DenseLayer layer = LayerQuantizer.Quantize(solution, "readout", new Integrator(), s_int8, isFirst: false);
        Assert.Equal([127, 64, -64, 32], Values(layer.Weights));
        Assert.All(Values(layer.InitialPotential), v => Assert.Equal(0, v));
    }

    [Fact]
    public void A_neuron_without_weights_keeps_its_bias()
    {
        LayerSolution solution = Solution(new[,] { { 0.0 }, { 0.0 } }, 0.5);
        DenseLayer layer = LayerQuantizer.Quantize(solution, "layer", s_neuron, s_int8, isFirst: false);
        Assert.Equal(0.5, (double)Values(layer.Bias)[0] / Values(layer.Threshold)[0], 2);
    }

    [Fact]
    public void A_current_beyond_the_range_costs_precision_instead_of_wrapping()
    {
        LayerSolution solution = Solution(new[,] { { 0.5 }, { -0.5 } }, -1e9);
        DenseLayer layer = LayerQuantizer.Quantize(solution, "layer", s_neuron, s_int8, isFirst: true);
        Assert.InRange(Values(layer.Bias)[0], -FixedPointArithmetic.CurrentLimit, -0.99 * FixedPointArithmetic.CurrentLimit);
        NetworkValidator.Validate(new SpikingNetwork(
            "network", s_int8, 1, new InputEncoder(TensorShape.Of(2), InputEncoding.Current, 1, 0),
            new EquatableArray<DenseLayer>(
            [
                layer,
                LayerQuantizer.Quantize(Solution(new[,] { { 1.0 } }), "readout", new Integrator(), s_int8, isFirst: false),
            ]),
            default, default));
    }

    [Fact]
    public void Single_precision_is_a_cast()
    {
        LayerSolution solution = Solution(new[,] { { 0.1, -0.2 } }, 0.3);
        DenseLayer layer = LayerQuantizer.Quantize(solution, "layer", s_neuron, new Float32Arithmetic(), isFirst: true);
        Assert.Equal([0.1f, -0.2f], ((Float32Tensor)layer.Weights).Values);
        Assert.Equal([0.3f, 0.3f], ((Float32Tensor)layer.Bias).Values);
        Assert.Equal([1f], ((Float32Tensor)layer.Threshold).Values);
        Assert.Equal([0.5f], ((Float32Tensor)layer.InitialPotential).Values);
    }

    private static LayerSolution Solution(double[,] weights, double bias = 0) => new(
        Matrix<double>.Build.DenseOfArray(weights),
        Vector<double>.Build.Dense(weights.GetLength(1), bias), new Certificate[weights.GetLength(1)]);

    private static int[] Values(Tensor tensor) => ((IntegerTensor)tensor).Values.ToArray();
}
