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

    // A spiking neuron's behaviour does not change when its weights, bias, threshold and potentials share a factor, so
    // each has its own, chosen to use the whole range of the weights. The readout's potentials are compared with one
    // another and share one factor.
    private static DenseLayer FixedPoint(
        LayerSolution solution, string name, NeuronModel neuron, FixedPointArithmetic p, int inputUnit)
    {
        Matrix<double> w = solution.Weights;
        double[] largest = [.. w.EnumerateColumns().Select(column => column.AbsoluteMaximum())];
        if (neuron is Integrator)
            largest = [.. Enumerable.Repeat(largest.Max(), largest.Length)];
        double[] scale = [.. largest.Select(magnitude =>
            Math.Min(magnitude > 0 ? p.MaximumWeight / magnitude : p.MaximumWeight, LargestThreshold / inputUnit))];
        int[] threshold = [.. scale.Select(s => Math.Max(1, (int)Math.Round(s * inputUnit)))];
        int[] bias = [.. scale.Select((s, j) => Saturate(solution.Bias[j] * s * inputUnit))];
        double[] rows = w.ToRowMajorArray();
        int[] weights = [.. rows.Select((value, index) => (int)Math.Round(value * scale[index % w.ColumnCount]))];
        return new DenseLayer(
            name, w.RowCount, w.ColumnCount,
            new IntegerTensor(TensorShape.Of(w.RowCount, w.ColumnCount), 8, new EquatableArray<int>(weights)),
            Integers(bias), Integers(threshold),
            Integers([.. threshold.Select(t => neuron is Integrator ? 0 : t / 2)]), neuron);
    }

    // The validator rejects what even so cannot be represented; here only the conversion to int must not wrap.
    private static int Saturate(double value) =>
        (int)Math.Round(Math.Clamp(value, -FixedPointArithmetic.CurrentLimit, FixedPointArithmetic.CurrentLimit));

    private static IntegerTensor Integers(int[] values) =>
        new(TensorShape.Of(values.Length), 32, new EquatableArray<int>(values));

    private static Float32Tensor Floats(TensorShape shape, double[] values) =>
        new(shape, new EquatableArray<float>([.. values.Select(v => (float)v)]));
}
