using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.NetworkFile;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Generators.Tests.Networks;

/// <summary>
/// Networks as other frameworks train them: parameters that differ from neuron to neuron, layers that integrate in the middle,
/// delays and recurrent projections. The same seed gives the same network.
/// </summary>
internal sealed class RandomHeterogeneousNetwork(int seed)
{
    private readonly Random _random = new(~seed);

    public static SpikingNetwork Create(int seed) => new RandomHeterogeneousNetwork(seed).Create();

    private SpikingNetwork Create()
    {
        SpikingNetwork network = RandomNetwork.Create(seed);
        if (network.Arithmetic is FixedPointArithmetic { PotentialBits: 32 } p)
            network = network with { Arithmetic = p with { PotentialBits = 31 }, Layers = network.Layers.Select(layer => Narrowed(layer, 31)).ToEquatableArray() };
        SpikingLayer[] layers = [.. network.Layers];
        for (int i = 0; i < layers.Length; i++)
            layers[i] = WithNeuron(layers[i], network.Arithmetic, isReadout: i == layers.Length - 1);
        for (int i = 0; i < layers.Length; i++)
            layers[i] = layers[i] with { Projections = layers[i].Projections.Select(WithDelay).Concat(Back(layers, i, network.Arithmetic)).ToEquatableArray() };
        SpikingNetwork changed = network with
        {
            Layers = layers.ToEquatableArray(), Output = network.Output with { Exit = EarlyExit.Never, Averages = _random.Next(2) == 0 },
        };
        NetworkValidator.Validate(changed);
        return RandomExit.Add(changed, _random);
    }

    private SpikingLayer WithNeuron(SpikingLayer layer, Arithmetic arithmetic, bool isReadout)
    {
        bool integrates = layer.Neuron is Integrator || (!isReadout && arithmetic is Float32Arithmetic && _random.Next(4) == 0);
        if (_random.Next(6) == 0 && layer.Neuron is Integrator == integrates)
            return layer;
        var membrane = new Membrane(
            Coin() ? Leak(layer, arithmetic) : null, Leak(layer, arithmetic), Coin() ? Potential(layer, arithmetic) : null)
        {
            Floor = _random.Next(3) == 0 ? Potential(layer, arithmetic) : null,
        };
        return layer with
        {
            Neuron = integrates
                ? new LeakyIntegrator(membrane)
                : new HeterogeneousNeuron((ResetMode)_random.Next(2), (FiringRule)_random.Next(2), membrane, Potential(layer, arithmetic)),
            Threshold = integrates || Coin() ? layer.Threshold : Potential(layer, arithmetic),
        };
    }

    private Projection WithDelay(Projection projection) => _random.Next(4) switch
    {
        0 => projection with { Delay = _random.Next(1, 6) },
        1 => projection with { InputDelays = Values(projection.Inputs, () => _random.Next(0, 4)) },
        _ => projection,
    };

    // Synapses from the layer itself, or a later one.
    private IEnumerable<Projection> Back(SpikingLayer[] layers, int index, Arithmetic arithmetic)
    {
        if (_random.Next(3) > 0)
            yield break;
        int source = _random.Next(index, layers.Length), inputs = layers[source].Neurons, outputs = layers[index].Currents;
        if (layers[source].Neuron is not SpikingNeuron && arithmetic is FixedPointArithmetic)
            yield break;
        Tensor weights = arithmetic is FixedPointArithmetic
            ? new IntegerTensor(TensorShape.Of(inputs, outputs), 8, Values(inputs * outputs, () => _random.Next(-1, 2)))
            : new Float32Tensor(TensorShape.Of(inputs, outputs), Values(inputs * outputs, () => _random.NextSingle() - 0.5f));
        var projection = new Projection(source, ChannelOrder.Last, null, new DenseConnection(inputs, outputs, weights));
        if (arithmetic is FixedPointArithmetic && !HasRoom(layers[index], projection))
            yield break;
        yield return Coin()
            ? projection with { Delay = _random.Next(1, 4) }
            : projection with { InputDelays = Values(inputs, () => _random.Next(1, 4)) };
    }

    private static bool HasRoom(SpikingLayer layer, Projection projection)
    {
        long[] bounds = CurrentBounds.Of(layer with { Projections = layer.Projections.Append(projection).ToEquatableArray() });
        return bounds.Max() + ((IntegerTensor)layer.Bias).Values.Max(value => Math.Abs((long)value)) <= FixedPointArithmetic.CurrentLimit;
    }

    private Tensor Leak(SpikingLayer layer, Arithmetic arithmetic) => arithmetic is FixedPointArithmetic
        ? Integers(layer, () => _random.Next(5) switch { 0 => 0, 1 => 4096, _ => _random.Next(0, 4097) })
        : Floats(layer, () => _random.Next(5) switch { 0 => 0f, 1 => 1f, _ => _random.NextSingle() });

    private Tensor Potential(SpikingLayer layer, Arithmetic arithmetic) => arithmetic is FixedPointArithmetic p
        ? Integers(layer, () => Coin() ? _random.Next(-100, 101) : (int)_random.NextInt64(p.MinimumPotential, p.MaximumPotential + 1L))
        : Floats(layer, () => _random.NextSingle() - 0.3f);

    private Tensor Integers(SpikingLayer layer, Func<int> value)
    {
        int count = Count(layer);
        return new IntegerTensor(TensorShape.Of(count), 32, Values(count, value));
    }

    private Tensor Floats(SpikingLayer layer, Func<float> value)
    {
        int count = Count(layer);
        return new Float32Tensor(TensorShape.Of(count), Values(count, value));
    }

    private int Count(SpikingLayer layer) => _random.Next(3) switch
    {
        0 => 1,
        1 => layer.Channels,
        _ => layer.Neurons,
    };

    private static SpikingLayer Narrowed(SpikingLayer layer, int bits) => layer with
    {
        Threshold = Narrowed(layer.Threshold, bits), InitialPotential = Narrowed(layer.InitialPotential, bits),
    };

    private static Tensor Narrowed(Tensor tensor, int bits) => tensor is IntegerTensor integers
        ? integers with { Values = integers.Values.Select(value => Math.Clamp(value, int.MinValue >> (32 - bits), int.MaxValue >> (32 - bits))).ToEquatableArray() }
        : tensor;

    private static EquatableArray<T> Values<T>(int count, Func<T> value)
        where T : IEquatable<T> => Enumerable.Range(0, count).Select(_ => value()).ToEquatableArray();

    private bool Coin() => _random.Next(2) == 0;
}
