using MathNet.Numerics.LinearAlgebra;
using SnnGen.Conversion.LinearPrograms;
using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Conversion.Quantization;

/// <summary>Writes a layer's solution, given in units of the threshold, in the numbers of an arithmetic.</summary>
public static class LayerQuantizer
{
    // Thresholds stay this far below the largest potential, so that currents of many thresholds still fit.
    private const double LargestThreshold = 1 << 24;

    /// <summary>The spiking layer.</summary>
    /// <param name="solution">Weights and biases in units of the threshold.</param>
    /// <param name="name">Name of the layer.</param>
    /// <param name="neuron">Its neuron.</param>
    /// <param name="arithmetic">The numbers.</param>
    /// <param name="isFirst">True for the first layer, whose inputs count <see cref="InputEncoder.FullScale"/> in fixed point.</param>
    public static DenseLayer Quantize(
        LayerSolution solution, string name, NeuronModel neuron, Arithmetic arithmetic, bool isFirst) =>
        arithmetic is FixedPointArithmetic p
            ? FixedPoint(solution, name, neuron, p, isFirst ? InputEncoder.FullScale : 1)
            : Float32(solution, name, neuron);

    private static DenseLayer Float32(LayerSolution solution, string name, NeuronModel neuron)
    {
        Matrix<double> w = solution.Weights;
        return new DenseLayer(
            name, w.RowCount, w.ColumnCount,
            Floats(TensorShape.Of(w.RowCount, w.ColumnCount), w.ToRowMajorArray()),
            Floats(TensorShape.Of(w.ColumnCount), solution.Bias.ToArray()),
            Floats(TensorShape.Of(1), [1]),
            Floats(TensorShape.Of(1), [neuron is Integrator ? 0 : 0.5]),
            neuron);
    }

    private static DenseLayer FixedPoint(
        LayerSolution solution, string name, NeuronModel neuron, FixedPointArithmetic p, int inputUnit)
    {
        Matrix<double> w = solution.Weights;
        double[] scale = Scales(solution, p, inputUnit);
        // A spiking neuron's behaviour does not change when its weights, bias, threshold and potentials share a factor.
        // The readout's potentials are compared with one another and share one.
        if (neuron is Integrator)
            scale = [.. Enumerable.Repeat(scale.Min(), scale.Length)];
        int[] threshold = [.. scale.Select(s => Math.Max(1, (int)Math.Round(s * inputUnit)))];
        int[] bias = [.. scale.Select((s, j) => (int)Math.Round(solution.Bias[j] * s * inputUnit))];
        double[] rows = w.ToRowMajorArray();
        int[] weights = [.. rows.Select((value, index) => (int)Math.Round(value * scale[index % w.ColumnCount]))];
        return new DenseLayer(
            name, w.RowCount, w.ColumnCount,
            new IntegerTensor(TensorShape.Of(w.RowCount, w.ColumnCount), 8, new EquatableArray<int>(weights)),
            Integers(bias), Integers(threshold),
            Integers([.. threshold.Select(t => neuron is Integrator ? 0 : t / 2)]), neuron);
    }

    // Each neuron's factor, chosen to use the whole range of its weights.
    private static double[] Scales(LayerSolution solution, FixedPointArithmetic p, int inputUnit) =>
        [.. solution.Weights.EnumerateColumns().Select((column, j) =>
        {
            double largest = column.AbsoluteMaximum();
            double range = largest > 0 ? p.MaximumWeight / largest : double.PositiveInfinity;
            return Math.Min(Math.Min(range, LargestThreshold / inputUnit), LargestScale(column, solution.Bias[j], inputUnit));
        })];

    // No input may drive a current beyond the limit, whatever rounding adds to each weight and to the bias.
    private static double LargestScale(Vector<double> weights, double bias, int inputUnit)
    {
        double current = weights.SumMagnitudes() + Math.Abs(bias);
        double room = (double)FixedPointArithmetic.CurrentLimit / inputUnit - (weights.Count + 1);
        return current > 0 ? Math.Max(0, room / current) : double.PositiveInfinity;
    }

    private static IntegerTensor Integers(int[] values) =>
        new(TensorShape.Of(values.Length), 32, new EquatableArray<int>(values));

    private static Float32Tensor Floats(TensorShape shape, double[] values) =>
        new(shape, new EquatableArray<float>([.. values.Select(v => (float)v)]));
}
