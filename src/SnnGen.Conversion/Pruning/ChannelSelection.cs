using MathNet.Numerics.LinearAlgebra;
using SnnGen.Conversion.Analog;
using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Conversion.Pruning;

/// <summary>Layers and projections with some channels left.</summary>
internal static class ChannelSelection
{
    /// <summary>A projection from a source of which some channels are left.</summary>
    /// <param name="projection">The projection, not grouped.</param>
    /// <param name="channels">Channels that are left.</param>
    /// <param name="weights">Its weights for them.</param>
    public static AnalogProjection OfInputs(AnalogProjection projection, int[] channels, Matrix<double> weights) => projection with
    {
        Pooling = projection.Pooling is { } pooling ? Resize(pooling, channels.Length) : null,
        Connection = projection.Connection is AnalogConvolution convolution
            ? convolution with
            {
                Window = convolution.Window with { Input = convolution.Window.Input with { Channels = channels.Length } },
                Kernels = [weights],
            }
            : new AnalogDense(weights),
    };

    /// <summary>A layer of which some channels are left.</summary>
    /// <param name="layer">The layer, not grouped.</param>
    /// <param name="channels">Channels that are left, ascending.</param>
    public static SpikingLayer OfOutputs(SpikingLayer layer, int[] channels)
    {
        int[] shape = layer.Shape.Dimensions.ToArray();
        shape[^1] = channels.Length;
        return layer with
        {
            Shape = TensorShape.Of(shape),
            Projections = layer.Projections.Select(projection => projection with
            {
                Connection = OfOutputs(projection.Connection, layer.Channels, channels),
            }).ToEquatableArray(),
            Pooling = layer.Pooling is { } pooling ? new MaxPooling(Resize(pooling.Window, channels.Length)) : null,
            Bias = Select(layer.Bias, layer.Channels, channels),
            Threshold = Select(layer.Threshold, layer.Channels, channels),
            InitialPotential = Select(layer.InitialPotential, layer.Channels, channels),
        };
    }

    private static Connection OfOutputs(Connection connection, int count, int[] channels)
    {
        Tensor weights = Select(connection.Weights, count, channels);
        return connection is ConvolutionConnection convolution
            ? new ConvolutionConnection(
                convolution.Window with { Output = convolution.Window.Output with { Channels = channels.Length } }, convolution.Groups, weights)
            : new DenseConnection(connection.Inputs, connection.Outputs / count * channels.Length, weights);
    }

    // In every tensor of a layer the channel is the fastest index; a single value serves all.
    private static Tensor Select(Tensor tensor, int count, int[] channels)
    {
        if (tensor.Count == 1)
            return tensor;
        int[] indices = [.. Enumerable.Range(0, tensor.Count / count).SelectMany(k => channels.Select(channel => k * count + channel))];
        int[] shape = tensor.Shape.Dimensions.ToArray();
        shape[^1] = shape[^1] / count * channels.Length;
        return tensor switch
        {
            IntegerTensor t => new IntegerTensor(TensorShape.Of(shape), t.Bits, indices.Select(i => t.Values[i]).ToEquatableArray()),
            Float32Tensor t => new Float32Tensor(TensorShape.Of(shape), indices.Select(i => t.Values[i]).ToEquatableArray()),
            _ => throw new NotSupportedException(tensor.GetType().Name),
        };
    }

    private static SlidingWindow Resize(SlidingWindow window, int channels) => window with
    {
        Input = window.Input with { Channels = channels },
        Output = window.Output with { Channels = channels },
    };
}
