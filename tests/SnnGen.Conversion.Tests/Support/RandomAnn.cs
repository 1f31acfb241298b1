using MathNet.Numerics.LinearAlgebra;
using SnnGen.Conversion.Analog;
using SnnGen.Conversion.Calibration;
using SnnGen.Conversion.Data;
using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Conversion.Tests.Support;

/// <summary>Untrained networks with activity like that of trained ones, and inputs for them.</summary>
internal static class RandomAnn
{
    /// <param name="seed">Seed.</param>
    /// <param name="activation">φ of the hidden layers.</param>
    /// <param name="sizes">Inputs, hidden layers, outputs.</param>
    public static AnalogNetwork Create(int seed, Activation activation, params int[] sizes)
    {
        var random = new Random(seed);
        return new AnalogNetwork("random", TensorShape.Of(sizes[0]), [.. Enumerable.Range(1, sizes.Length - 1).Select(l => Dense(
            random, $"layer{l}", l - 2, sizes[l - 1], sizes[l], l == sizes.Length - 1 ? new Identity() : activation))]);
    }

    /// <summary>
    /// An image network with everything in it: a padded convolution with max pooling, a residual block, average pooling
    /// into a grouped convolution with a stride, and a dense readout.
    /// </summary>
    public static AnalogNetwork Convolutional(int seed, Activation activation)
    {
        var random = new Random(seed);
        FeatureMap image = new(12, 12, 2), full = new(12, 12, 4), half = new(6, 6, 4), quarter = new(3, 3, 4);
        AnalogLayer first = Layer(random, "conv1", half, activation, Window(half, full, 2, 2, 0),
            new AnalogProjection(Projection.NetworkInput, ChannelOrder.First, null, Convolution(random, Window(full, image, 3, 1, 1), 1)));
        AnalogLayer second = Layer(random, "residual", half, activation, null,
            new AnalogProjection(0, ChannelOrder.Last, null, Convolution(random, Window(half, half, 3, 1, 1), 1)),
            new AnalogProjection(0, ChannelOrder.Last, null, new AnalogConvolution(
                Window(half, half, 1, 1, 0), 4, [.. Enumerable.Repeat(Matrix<double>.Build.Dense(1, 1, 1), 4)])));
        AnalogLayer third = Layer(random, "grouped", new FeatureMap(2, 2, 6), activation, null,
            new AnalogProjection(1, ChannelOrder.Last, Window(quarter, half, 2, 2, 0), Convolution(
                random, Window(new FeatureMap(2, 2, 6), quarter, 2, 1, 0), 2)));
        return new AnalogNetwork("random", TensorShape.Of(2, 12, 12), [first, second, third, Dense(random, "readout", 2, 24, 3, new Identity())]);
    }

    /// <summary>Two convolutions, the second one with a stride, and a dense readout.</summary>
    public static AnalogNetwork ConvolutionalChain(int seed, Activation activation)
    {
        var random = new Random(seed);
        FeatureMap image = new(8, 8, 1), full = new(8, 8, 5), half = new(4, 4, 6);
        AnalogLayer first = Layer(random, "conv1", full, activation, null,
            new AnalogProjection(Projection.NetworkInput, ChannelOrder.Last, null, Convolution(random, Window(full, image, 3, 1, 1), 1)));
        AnalogLayer second = Layer(random, "conv2", half, activation, null,
            new AnalogProjection(0, ChannelOrder.Last, null, Convolution(random, Window(half, full, 2, 2, 0), 1)));
        return new AnalogNetwork("random", TensorShape.Of(1, 8, 8), [first, second, Dense(random, "readout", 1, 96, 3, new Identity())]);
    }

    private static AnalogLayer Dense(Random random, string name, int source, int inputs, int outputs, Activation activation)
    {
        double size = 3 / Math.Sqrt(inputs);
        Matrix<double> weights = Matrix<double>.Build.Dense(inputs, outputs, (_, _) => size * (random.NextDouble() - 0.5));
        return new AnalogLayer(
            name, TensorShape.Of(outputs), [new AnalogProjection(source, ChannelOrder.Last, null, new AnalogDense(weights))], null,
            [.. Enumerable.Range(0, outputs).Select(_ => 0.2 * random.NextDouble())], activation);
    }

    private static AnalogLayer Layer(
        Random random, string name, FeatureMap map, Activation activation, SlidingWindow? pooling, params AnalogProjection[] projections) => new(
        name, TensorShape.Of(map.Height, map.Width, map.Channels), [.. projections], pooling,
        [.. Enumerable.Range(0, map.Channels).Select(_ => 0.2 * random.NextDouble())], activation);

    private static AnalogConvolution Convolution(Random random, SlidingWindow window, int groups)
    {
        int rows = window.Taps * window.Input.Channels / groups;
        double size = 3 / Math.Sqrt(rows);
        return new AnalogConvolution(window, groups, [.. Enumerable.Range(0, groups).Select(_ => Matrix<double>.Build.Dense(
            rows, window.Output.Channels / groups, (_, _) => size * (random.NextDouble() - 0.5)))]);
    }

    private static SlidingWindow Window(FeatureMap output, FeatureMap input, int kernel, int stride, int padding) =>
        new(input, output, kernel, kernel, stride, stride, padding, padding, 1, 1);

    /// <summary>Bytes, a third of them zero.</summary>
    public static InputBatch Inputs(AnalogNetwork network, int count, int seed, InputEncoding encoding = InputEncoding.Current)
    {
        var random = new Random(seed);
        float[] values = [.. Enumerable.Range(0, count * network.InputSize).Select(_ => random.Next(3) == 0 ? 0f : random.Next(256))];
        return InputBatchBuilder.Build(
            new DataSet(network.InputShape, count, values, IsByteData: true), "inputs.npy", network.InputShape, encoding, null, 0);
    }
}
