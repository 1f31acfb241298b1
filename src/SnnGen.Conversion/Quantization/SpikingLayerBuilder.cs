using SnnGen.Conversion.Analog;
using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Conversion.Quantization;

/// <summary>Gives a layer of the ANN's structure its spiking form.</summary>
internal static class SpikingLayerBuilder
{
    /// <param name="layer">The structure.</param>
    /// <param name="neuron">The neuron.</param>
    /// <param name="weights">The stored weights of a projection.</param>
    /// <param name="bias">Bias.</param>
    /// <param name="threshold">Threshold.</param>
    /// <param name="initialPotential">Membrane potential at t = 0.</param>
    /// <param name="spikeWorth">What a spike of a projection's source counts; null for what it counts by itself.</param>
    public static SpikingLayer Build(
        AnalogLayer layer, NeuronModel neuron, Func<AnalogProjection, WeightLayout, Tensor> weights,
        Tensor bias, Tensor threshold, Tensor initialPotential, Func<AnalogProjection, int?> spikeWorth) => new(
        layer.Name, layer.Shape,
        layer.Projections.Select(projection =>
        {
            var spiking = new Projection(
                projection.Source, projection.Order,
                projection.Pooling is { } window ? new SumPooling(window) : null,
                Connect(projection.Connection, weights(projection, WeightLayout.Of(projection.Connection))));
            return spikeWorth(projection) is { } worth ? spiking with { SpikeWorth = worth } : spiking;
        }).ToEquatableArray(),
        layer.Pooling is { } pooling ? new MaxPooling(pooling) : null,
        bias, threshold, initialPotential, neuron);

    private static Connection Connect(AnalogConnection connection, Tensor weights) => connection is AnalogConvolution convolution
        ? new ConvolutionConnection(convolution.Window, convolution.Groups, weights)
        : new DenseConnection(connection.Inputs, connection.Outputs, weights);
}
