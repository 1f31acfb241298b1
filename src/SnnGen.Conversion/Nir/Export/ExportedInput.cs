using SnnGen.Conversion.Nir.Import;
using SnnGen.Spiking;
using SnnGen.Spiking.Layers;

namespace SnnGen.Conversion.Nir.Export;

/// <summary>The network's input as NIR has it: where windows look at it, channels first.</summary>
internal static class ExportedInput
{
    /// <summary>The input.</summary>
    /// <param name="network">The network.</param>
    /// <param name="name">Name of the node.</param>
    public static Population Of(SpikingNetwork network, string name)
    {
        Projection? windowed = network.Layers.SelectMany(layer => layer.Projections).FirstOrDefault(projection =>
            projection.Source == Projection.NetworkInput && (projection.Pooling?.Window ?? (projection.Connection as ConvolutionConnection)?.Window) is { } window
            && window.Input is not { Height: 1, Width: 1 });
        if (windowed is null)
            return new Population(name, network.Input.Shape.Dimensions, Shapes.Map(network.Input.Shape.Dimensions), IsInput: true);
        FeatureMap map = windowed.Pooling?.Window.Input ?? ((ConvolutionConnection)windowed.Connection).Window.Input;
        // A convolution of one dimension has one row.
        EquatableArray<int> shape = map.Height == 1 && network.Input.Shape.Dimensions.Count == 2
            ? new EquatableArray<int>([map.Channels, map.Width])
            : new EquatableArray<int>([map.Channels, map.Height, map.Width]);
        return new Population(name, shape, map, IsInput: windowed.Order == ChannelOrder.First);
    }
}
