using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.NetworkFile;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Generators.Tests.Networks;

/// <summary>Valid networks of Loihi's neurons, extreme ones among them; the same seed gives the same network.</summary>
internal sealed class RandomLoihiNetwork
{
    private const int MaximumLayers = 4;

    private static readonly InputEncoding[] s_encodings = [InputEncoding.Current, InputEncoding.Rate, InputEncoding.Poisson, InputEncoding.Events];

    private readonly Random _random;
    private readonly bool _isExtreme;
    private readonly FixedPointArithmetic _arithmetic;
    private readonly RandomTopology _topology;
    private readonly InputEncoding _encoding;
    private bool _integrates;

    private RandomLoihiNetwork(int seed)
    {
        _random = new Random(seed);
        _isExtreme = seed % 4 == 3;
        _arithmetic = new FixedPointArithmetic(seed % 3 == 0 ? _random.Next(2, 8) : 8, LoihiNeuron.StateBits);
        _encoding = s_encodings[_random.Next(s_encodings.Length)];
        _topology = new RandomTopology(_random, isMap: _random.Next(3) > 0, Weights);
    }

    public static SpikingNetwork Create(int seed) => new RandomLoihiNetwork(seed).Create();

    private SpikingNetwork Create()
    {
        int depth = _random.Next(1, MaximumLayers + 1);
        var input = new InputEncoder(_topology.InputShape, _encoding, _random.NextSingle() + 0.25f, _random.NextSingle() - 0.5f);
        if (_encoding == InputEncoding.Poisson)
            input = input with { Seed = _random.Next() };
        var layers = new List<SpikingLayer>();
        var readout = (Readout)Math.Max(0, _random.Next(5) - 2);
        for (int i = 0; i < depth; i++)
        {
            _integrates = i == depth - 1 && readout == Readout.Potential;
            SpikingLayer layer = _topology.Next($"layer {i}", layers);
            layers.Add(_integrates ? Outputs(layer) : Neurons(layer));
        }
        var network = new SpikingNetwork(
            "random", _arithmetic, _random.Next(1, 25), input, layers.ToEquatableArray(), default, default)
        {
            Output = new OutputDecoder(_random.NextDouble() + 0.01, (OutputFunction)_random.Next(4)) { Readout = readout },
        };
        NetworkValidator.Validate(network);
        return RandomExit.Add(network, _random);
    }

    private SpikingLayer Neurons(SpikingLayer layer)
    {
        layer = Connected(layer with
        {
            Shape = layer.Pooling?.Window.Input is { } map ? TensorShape.Of(map.Height, map.Width, map.Channels) : layer.Shape,
            Pooling = null,
        });
        int[] exponents = Exponents(layer);
        if (exponents.Length == 0)
        {
            layer = layer with { Projections = layer.Projections.Take(1).ToEquatableArray() };
            exponents = Exponents(layer);
        }
        bool hasHost = layer.Projections.Any(projection => projection.IsAnalog);
        return layer with
        {
            Neuron = new LoihiNeuron(Decay(), Decay())
            {
                WeightExponent = Coin() ? exponents[^1] : exponents[_random.Next(exponents.Length)],
                BiasExponent = _random.Next(-LoihiNeuron.LargestExponent - 1, LoihiNeuron.LargestExponent + 1),
                InputShift = Coin() ? _random.Next(6, 14) : _random.Next(LoihiNeuron.LargestInputShift + 1),
            },
            Bias = Integers(Count(layer), () => Bias(hasHost && _isExtreme ? FixedPointArithmetic.CurrentLimit : LoihiNeuron.LargestBias)),
            Threshold = Integers(Count(layer), () => _random.Next(1, 1 << _random.Next(1, 18))),
            InitialPotential = Integers(Count(layer), () => Coin() ? 0 : _random.Next(-LoihiNeuron.StateLimit + 1, LoihiNeuron.StateLimit)),
        };
    }

    // As the converter makes it: halves of the synapses, biases of a mantissa and an exponent.
    private SpikingLayer Outputs(SpikingLayer layer) => Connected(layer) with
    {
        Bias = Integers(Coin() ? 1 : layer.Currents, () => Bias(LoihiNeuron.LargestBias) << 3), Threshold = Integers(1, () => 1),
        InitialPotential = Integers(1, () => 0),
    };

    private SpikingLayer Connected(SpikingLayer layer) => layer with
    {
        Projections = layer.Projections.Select(projection => projection with
        {
            SpikeWorth = projection.Source == Projection.NetworkInput && (_integrates || _encoding == InputEncoding.Current) ? InputEncoder.FullScale
                : _integrates ? 2 << LoihiNeuron.Alignment : 1,
            Delay = _random.Next(2),
        }).ToEquatableArray(),
    };

    // Those with which one wrap brings every current back, ascending.
    private static int[] Exponents(SpikingLayer layer)
    {
        long bound = CurrentBounds.Of(layer, projection => !projection.IsAnalog).Max();
        int least = layer.Projections.Count(projection => !projection.IsAnalog) > 1 ? 0 : -LoihiNeuron.LargestExponent - 1;
        return [.. Enumerable.Range(least, LoihiNeuron.LargestExponent + 1 - least)
            .Where(exponent => -LoihiNeuron.Shift(-bound, exponent) << LoihiNeuron.Alignment <= 2L * LoihiNeuron.StateLimit)];
    }

    private IntegerTensor Weights(int count)
    {
        if (_integrates)
            return new IntegerTensor(TensorShape.Of(count), 8, Values(count, () => _random.Next(-_arithmetic.MaximumWeight, _arithmetic.MaximumWeight + 1)));
        int least = _random.Next(3) > 0 ? -256 : 0, most = least == 0 || _random.Next(3) > 0 ? 255 : 0;
        EquatableArray<int> weights = Values(count, () => !_isExtreme ? _random.Next(least, most + 1) : Coin() ? least : most);
        // Clearing low bits may leave but one sign, of which the chip holds other weights.
        return new IntegerTensor(TensorShape.Of(count), 16, Truncated(Truncated(weights)));
    }

    private EquatableArray<int> Truncated(EquatableArray<int> weights)
    {
        LoihiSignMode mode = LoihiWeights.ModeOf(weights);
        return weights.Select(weight => LoihiWeights.Truncate(weight, _arithmetic.WeightBits, mode)).ToEquatableArray();
    }

    private int Decay() => _random.Next(4) switch
    {
        0 => 0,
        1 => LoihiNeuron.LargestDecay,
        _ => _random.Next(LoihiNeuron.LargestDecay + 1),
    };

    private int Bias(int limit) => _isExtreme ? (Coin() ? limit : -limit - 1) : _random.Next(-limit - 1, limit + 1);

    private int Count(SpikingLayer layer) => _random.Next(3) switch
    {
        0 => 1,
        1 => layer.Channels,
        _ => layer.Neurons,
    };

    private static IntegerTensor Integers(int count, Func<int> value) => new(TensorShape.Of(count), 32, Values(count, value));

    private static EquatableArray<int> Values(int count, Func<int> value) => Enumerable.Range(0, count).Select(_ => value()).ToEquatableArray();

    private bool Coin() => _random.Next(2) == 0;
}
