using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Generators.Tests.Differential.Drawing;

/// <summary>What the changes of a network have in common.</summary>
internal static class Draw
{
    public static bool Coin(this Random random) => random.Next(2) == 0;

    public static T Of<T>(this Random random, params ReadOnlySpan<T> values) => values[random.Next(values.Length)];

    public static EquatableArray<T> Values<T>(int count, Func<T> value)
        where T : IEquatable<T> => Enumerable.Range(0, count).Select(_ => value()).ToEquatableArray();

    /// <summary>The network with one of its layers changed.</summary>
    public static SpikingNetwork Layer(SpikingNetwork network, Random random, Func<SpikingLayer, SpikingLayer> change)
    {
        int chosen = random.Next(network.Layers.Count);
        return network with { Layers = network.Layers.Select((layer, index) => index == chosen ? change(layer) : layer).ToEquatableArray() };
    }

    /// <summary>The network with one of its projections changed.</summary>
    public static SpikingNetwork Projection(SpikingNetwork network, Random random, Func<Projection, SpikingLayer, Projection> change) => Layer(network, random, layer =>
    {
        int chosen = random.Next(layer.Projections.Count);
        return layer with { Projections = layer.Projections.Select((projection, index) => index == chosen ? change(projection, layer) : projection).ToEquatableArray() };
    });

    /// <summary>As many values as are asked for: those of a tensor, again and again.</summary>
    public static Tensor Resized(Tensor tensor, int count) => tensor switch
    {
        IntegerTensor t => t with { Shape = TensorShape.Of(count), Values = Enumerable.Range(0, count).Select(k => t.Values[k % t.Count]).ToEquatableArray() },
        Float32Tensor t => t with { Shape = TensorShape.Of(count), Values = Enumerable.Range(0, count).Select(k => t.Values[k % t.Count]).ToEquatableArray() },
        _ => throw new NotSupportedException(tensor.GetType().Name),
    };

    /// <summary>The values of a tensor, each changed by its index.</summary>
    public static Tensor Changed(Tensor tensor, Func<int, int, int> integer, Func<float, int, float> single) => tensor switch
    {
        IntegerTensor t => t with { Values = t.Values.Select(integer).ToEquatableArray() },
        Float32Tensor t => t with { Values = t.Values.Select(single).ToEquatableArray() },
        _ => throw new NotSupportedException(tensor.GetType().Name),
    };

    /// <summary>A tensor of the arithmetic's type.</summary>
    public static Tensor Tensor(Arithmetic arithmetic, int count, Func<int> integer, Func<float> single) => arithmetic is FixedPointArithmetic
        ? new IntegerTensor(TensorShape.Of(count), 32, Values(count, integer))
        : new Float32Tensor(TensorShape.Of(count), Values(count, single));
}
