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
    private readonly RandomTopology _topology;

    private RandomNetwork(int seed)
    {
        _random = new Random(seed);
        _isExtreme = seed % 4 == 3;
        _arithmetic = seed % 2 == 0
            ? new Float32Arithmetic()
            : new FixedPointArithmetic(_random.Next(2, 9), _random.Next(8, 33)) { Overflow = (PotentialOverflow)_random.Next(2) };
        _topology = new RandomTopology(_random, isMap: seed % 3 > 0, Weights);
    }

    public static SpikingNetwork Create(int seed) => new RandomNetwork(seed).Create();

    private SpikingNetwork Create()
    {
        int depth = _random.Next(1, 5);
        var input = new InputEncoder(
            _topology.InputShape, (InputEncoding)_random.Next(5), _random.NextSingle() + 0.25f, _random.NextSingle() - 0.5f);
        if (input.Encoding == InputEncoding.Poisson)
            input = input with { Seed = _random.Next() };
        var layers = new List<SpikingLayer>();
        var readout = (Readout)Math.Max(0, _random.Next(5) - 2);
        for (int i = 0; i < depth; i++)
            layers.Add(Layer(_topology.Next($"layer {i}", layers), integrates: i == depth - 1 && readout == Readout.Potential));
        var network = new SpikingNetwork(
            "random", _arithmetic, _random.Next(1, 21), input, layers.ToEquatableArray(), default, default)
        {
            Output = new OutputDecoder(_random.NextDouble() + 0.01, (OutputFunction)_random.Next(4)) { Readout = readout },
        };
        NetworkValidator.Validate(network);
        return RandomExit.Add(network, _random);
    }

    private SpikingLayer Layer(SpikingLayer layer, bool integrates)
    {
        layer = layer with { Neuron = integrates ? new Integrator() : Neuron() };
        int thresholds = Count(layer.Neurons, layer.Channels), potentials = Count(layer.Neurons, layer.Channels), biases = Count(layer.Currents, layer.Channels);
        if (_arithmetic is not FixedPointArithmetic p)
        {
            return layer with
            {
                Bias = Floats(biases, FloatWeight), Threshold = Floats(thresholds, () => _random.NextSingle() + 0.01f),
                InitialPotential = Floats(potentials, FloatWeight),
            };
        }
        int worth = layer.Projections.Max(projection => projection.SpikeWorth);
        return layer with
        {
            Bias = FixedBias(p, layer, biases), Threshold = Integers(thresholds, () => FixedThreshold(p, worth)),
            InitialPotential = Integers(potentials, () => Coin() ? 0 : (int)_random.NextInt64(p.MinimumPotential, p.MaximumPotential + 1L)),
        };
    }

    private int Count(int all, int channels) => _random.Next(3) switch
    {
        0 => 1,
        1 => channels,
        _ => all,
    };

    private NeuronModel Neuron()
    {
        var reset = (ResetMode)_random.Next(2);
        int refractory = Coin() ? 0 : _random.Next(1, 4);
        LeakForm form = _arithmetic is FixedPointArithmetic && Coin() ? LeakForm.Shift : LeakForm.Mantissa;
        SpikingNeuron neuron = _random.Next(3) switch
        {
            0 => new IntegrateAndFire(reset),
            1 => new LeakyIntegrateAndFire(Leak(form), reset) { LeakForm = form },
            _ => new CurrentBasedLeakyIntegrateAndFire(Leak(form), Coin() ? 1 : Leak(form), reset) { LeakForm = form },
        };
        return neuron with { Refractory = refractory };
    }

    private double Leak(LeakForm form) => form == LeakForm.Shift ? LeakShift.Leak(_random.Next(1, LeakShift.Largest + 1))
        : _arithmetic is FixedPointArithmetic ? _random.Next(1, 4096) / 4096.0 : _random.NextDouble() * 0.98 + 0.01;

    private Tensor Weights(int count) => _arithmetic is FixedPointArithmetic p
        ? new IntegerTensor(TensorShape.Of(count), 8, Values(count, () => _isExtreme
            ? (Coin() ? p.MaximumWeight : -p.MaximumWeight)
            : _random.Next(-p.MaximumWeight, p.MaximumWeight + 1)))
        : Floats(count, FloatWeight);

    private Tensor FixedBias(FixedPointArithmetic p, SpikingLayer layer, int count)
    {
        int room = FixedPointArithmetic.CurrentLimit - (int)CurrentBounds.Of(layer).Max();
        return Integers(count, () => _isExtreme ? (Coin() ? room : -room) : _random.Next(-p.MaximumWeight, p.MaximumWeight + 1));
    }

    private int FixedThreshold(FixedPointArithmetic p, int worth) =>
        _isExtreme ? p.MaximumPotential : _random.Next(1, (int)Math.Min(p.MaximumPotential, p.MaximumWeight * 10L * worth) + 1);

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
