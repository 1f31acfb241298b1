using System.Numerics.Tensors;
using SnnGen.Conversion.Analog;

namespace SnnGen.Benchmarks.Speed.Analog;

/// <summary>
/// The ANN as one writes it in C# without a library for networks: buffers allocated once, patches copied together, and
/// <see cref="TensorPrimitives"/> for every sum of products.
/// </summary>
internal sealed class ManagedContender(AnalogNetwork network, TestImages images) : Contender
{
    private readonly ManagedLayer[] _layers = [.. network.Layers.Select((layer, l) => new ManagedLayer(layer, isLast: l == network.Layers.Length - 1))];

    protected override int Classify(int image)
    {
        ReadOnlySpan<float> values = images.Floats(image);
        foreach (ManagedLayer layer in _layers)
            values = layer.Run(values);
        return TensorPrimitives.IndexOfMax(values);
    }
}
