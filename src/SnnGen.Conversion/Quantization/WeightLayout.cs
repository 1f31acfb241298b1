using MathNet.Numerics.LinearAlgebra;
using SnnGen.Conversion.Analog;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Conversion.Quantization;

/// <summary>Weights in the order of a <see cref="Connection"/>: the fan-out of one input together.</summary>
/// <param name="Shape">n × m, or input channels × kernel height × kernel width × fan-out.</param>
/// <param name="Values">Row-major.</param>
/// <param name="FirstOutput">First output channel of each block of weights.</param>
/// <param name="BlockLength">Weights of one input, or of one input channel.</param>
/// <param name="FanOut">Outputs that one weight row reaches.</param>
internal sealed record WeightLayout(TensorShape Shape, double[] Values, int[] FirstOutput, int BlockLength, int FanOut)
{
    /// <summary>The layout of a connection's weights.</summary>
    public static WeightLayout Of(AnalogConnection connection) => connection is AnalogConvolution convolution
        ? Of(convolution)
        : Of(((AnalogDense)connection).Weights);

    /// <summary>Output channel that weight <paramref name="index"/> drives, of <paramref name="channels"/>.</summary>
    public int Channel(int index, int channels) => (FirstOutput[index / BlockLength] + index % FanOut) % channels;

    private static WeightLayout Of(Matrix<double> weights) => new(
        TensorShape.Of(weights.RowCount, weights.ColumnCount), weights.ToRowMajorArray(),
        new int[weights.RowCount], weights.ColumnCount, weights.ColumnCount);

    private static WeightLayout Of(AnalogConvolution convolution)
    {
        SlidingWindow window = convolution.Window;
        int channels = window.Input.Channels, perGroup = channels / convolution.Groups;
        int fanOut = window.Output.Channels / convolution.Groups;
        var values = new double[channels * window.Taps * fanOut];
        for (int c = 0; c < channels; c++)
            for (int tap = 0; tap < window.Taps; tap++)
                for (int k = 0; k < fanOut; k++)
                    values[(c * window.Taps + tap) * fanOut + k] = convolution.Kernels[c / perGroup][tap * perGroup + c % perGroup, k];
        return new WeightLayout(
            TensorShape.Of(channels, window.KernelHeight, window.KernelWidth, fanOut), values,
            [.. Enumerable.Range(0, channels).Select(c => c / perGroup * fanOut)], window.Taps * fanOut, fanOut);
    }
}
