using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.NetworkFile;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Generators.Tests.Networks;

/// <summary>Valid networks of every kind, extreme ones among them; the same seed gives the same network.</summary>
internal sealed class RandomNetwork
{
    private readonly Random _random;
    private readonly bool _isExtreme;
    private readonly Arithmetic _arithmetic;

    private RandomNetwork(int seed)
    {
        _random = new Random(seed);
        _isExtreme = seed % 4 == 3;
        _arithmetic = seed % 2 == 0
            ? new Float32Arithmetic()
            : new FixedPointArithmetic(_random.Next(2, 9), _random.Next(8, 32));
    }

    public static SpikingNetwork Create(int seed) => new RandomNetwork(seed).Create();

    private SpikingNetwork Create()
    {
        int depth = _random.Next(1, 4);
        int inputs = _random.Next(1, 131);
        var encoding = (InputEncoding)_random.Next(3);
        var input = new InputEncoder(TensorShape.Of(inputs), encoding, _random.NextSingle() + 0.25f, _random.NextSingle() - 0.5f);
        var layers = new DenseLayer[depth];
        for (int i = 0; i < depth; i++)
        {
            layers[i] = Layer($"layer {i}", inputs, _random.Next(1, 71), isFirst: i == 0, isReadout: i == depth - 1);
            inputs = layers[i].Neurons;
        }
        var network = new SpikingNetwork(
            "random", _arithmetic, _random.Next(1, 21), input, layers.ToEquatableArray(), default, default);
        NetworkValidator.Validate(network);
        return network;
    }

    private DenseLayer Layer(string name, int inputs, int neurons, bool isFirst, bool isReadout)
    {
        NeuronModel neuron = isReadout ? new Integrator() : Neuron();
        int thresholds = Coin() ? 1 : neurons, potentials = Coin() ? 1 : neurons;
        return _arithmetic is FixedPointArithmetic p
            ? Layer(name, inputs, neurons, neuron, FixedWeights(p, inputs * neurons), FixedBias(p, inputs, neurons, isFirst),
                Integers(thresholds, () => FixedThreshold(p, isFirst)),
                Integers(potentials, () => Coin() ? 0 : _random.Next(p.MinimumPotential, p.MaximumPotential + 1)))
            : Layer(name, inputs, neurons, neuron, Floats(inputs * neurons, FloatWeight), Floats(neurons, FloatWeight),
                Floats(thresholds, () => _random.NextSingle() + 0.01f), Floats(potentials, FloatWeight));
    }

    private static DenseLayer Layer(
        string name, int inputs, int neurons, NeuronModel neuron, Tensor weights, Tensor bias, Tensor threshold, Tensor potential) =>
        new(name, inputs, neurons, weights, bias, threshold, potential, neuron);

    private NeuronModel Neuron()
    {
        var reset = (ResetMode)_random.Next(2);
        double leak = _arithmetic is FixedPointArithmetic ? _random.Next(1, 4096) / 4096.0 : _random.NextDouble() * 0.98 + 0.01;
        return Coin() ? new IntegrateAndFire(reset) : new LeakyIntegrateAndFire(leak, reset);
    }

    private Tensor FixedWeights(FixedPointArithmetic p, int count) => new IntegerTensor(TensorShape.Of(count), 8, Values(count, () => _isExtreme
        ? (Coin() ? p.MaximumWeight : -p.MaximumWeight)
        : _random.Next(-p.MaximumWeight, p.MaximumWeight + 1)));

    private Tensor FixedBias(FixedPointArithmetic p, int inputs, int neurons, bool isFirst)
    {
        int room = FixedPointArithmetic.CurrentLimit - inputs * p.MaximumWeight * (isFirst ? 255 : 1);
        return Integers(neurons, () => _isExtreme ? (Coin() ? room : -room) : _random.Next(-p.MaximumWeight, p.MaximumWeight + 1));
    }

    private int FixedThreshold(FixedPointArithmetic p, bool isFirst) =>
        _isExtreme ? p.MaximumPotential : _random.Next(1, (int)Math.Min(p.MaximumPotential, p.MaximumWeight * (isFirst ? 2000L : 10L)) + 1);

    private float FloatWeight() => _random.Next(20) switch
    {
        0 => 0f,
        1 => -0f,
        2 => float.Epsilon,
        3 when _isExtreme => float.MaxValue,
        4 when _isExtreme => float.MinValue,
        _ => _random.NextSingle() - 0.45f,
    };

    private Tensor Integers(int count, Func<int> value) => new IntegerTensor(TensorShape.Of(count), 32, Values(count, value));

    private Tensor Floats(int count, Func<float> value) => new Float32Tensor(TensorShape.Of(count), Values(count, value));

    private static EquatableArray<T> Values<T>(int count, Func<T> value)
        where T : IEquatable<T> => Enumerable.Range(0, count).Select(_ => value()).ToEquatableArray();

    private bool Coin() => _random.Next(2) == 0;
}
