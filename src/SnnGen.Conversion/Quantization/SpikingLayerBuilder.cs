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
    public static SpikingLayer Build(
        AnalogLayer layer, NeuronModel neuron, Func<AnalogProjection, WeightLayout, Tensor> weights,
        Tensor bias, Tensor threshold, Tensor initialPotential) => new(
        layer.Name, layer.Shape,
        layer.Projections.Select(projection => new Projection(
            projection.Source, projection.Order,
            projection.Pooling is { } window ? new SumPooling(window) : null,
            Connect(projection.Connection, weights(projection, WeightLayout.Of(projection.Connection))))).ToEquatableArray(),
        layer.Pooling is { } pooling ? new MaxPooling(pooling) : null,
        bias, threshold, initialPotential, neuron);

    private static Connection Connect(AnalogConnection connection, Tensor weights) => connection is AnalogConvolution convolution
        ? new ConvolutionConnection(convolution.Window, convolution.Groups, weights)
        : new DenseConnection(connection.Inputs, connection.Outputs, weights);
}
