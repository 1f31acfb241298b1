using SnnGen.Generators.Tests.Networks;
using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;
using static SnnGen.Generators.Tests.Networks.TensorOf;

namespace SnnGen.Generators.Tests.Differential;

/// <summary>Networks at the edges of what is valid, by what is at its edge.</summary>
internal static class EdgeNetworks
{
    private const int Many = 1 << 16;

    /// <summary>Small ones: their layers have a few neurons.</summary>
    public static IReadOnlyDictionary<string, SpikingNetwork> Small { get; } = new Dictionary<string, SpikingNetwork>
    {
        ["weights denormal"] = Float([float.Epsilon, -float.Epsilon, 1e-40f, -1e-40f, 1.1754942e-38f, float.Epsilon], threshold: 1e-39f),
        ["weights huge"] = Float([1e38f, -1e38f, 3e38f, -3e38f, 1e30f, 1e38f], threshold: 1e37f),
        ["weights at the ends of single precision"] = Float([float.MaxValue, float.MinValue, float.MaxValue, float.MaxValue, float.MinValue, float.MinValue], threshold: 1),
        ["weights of either zero"] = Float([0f, -0f, -0f, 0f, 0f, -0f], threshold: float.Epsilon),
        ["the least threshold in single precision"] = Float([0.5f, -0.25f, 1f, 0.125f, -0f, 0.75f], threshold: float.Epsilon),
        ["the largest threshold in single precision"] = Float([float.MaxValue, -0.25f, 1f, float.MaxValue, -0f, 0.75f], threshold: float.MaxValue),
        ["the least leak in single precision"] = Float([0.5f, -0.25f, 1f, 0.125f, -0f, 0.75f], 1, new LeakyIntegrateAndFire(double.Epsilon, ResetMode.Subtract)),
        ["the largest leak in single precision"] = Float([0.5f, -0.25f, 1f, 0.125f, -0f, 0.75f], 1, new LeakyIntegrateAndFire(Math.BitDecrement(1.0), ResetMode.Subtract)),
        ["leaks of nothing and of all in single precision"] = Own(isFixedPoint: false, Floats(0f, 1f)),
        ["leaks of nothing and of all in fixed point"] = Own(isFixedPoint: true, Integers(0, 4096)),
        ["the least threshold in fixed point"] = Fixed(24, threshold: 1),
        ["the largest threshold of 8 bits"] = Fixed(8, threshold: 127),
        ["the largest threshold of 32 bits"] = Fixed(32, threshold: int.MaxValue),
        ["the largest threshold of 32 bits that wrap"] = Wrapping(Fixed(32, threshold: int.MaxValue)),
        ["the largest potential at the start"] = Fixed(32, threshold: 1, potential: int.MaxValue),
        ["the least potential at the start"] = Fixed(32, threshold: int.MaxValue, potential: int.MinValue),
        ["the least leak in fixed point"] = Fixed(24, 100, neuron: new LeakyIntegrateAndFire(1 / 4096.0, ResetMode.Zero)),
        ["the largest leak in fixed point"] = Fixed(32, 100, neuron: new LeakyIntegrateAndFire(4095 / 4096.0, ResetMode.Zero)),
        ["the largest leak by a shift"] = Fixed(32, 100, neuron: new LeakyIntegrateAndFire(LeakShift.Leak(LeakShift.Largest), ResetMode.Subtract) { LeakForm = LeakForm.Shift }),
        ["the longest rest"] = Fixed(24, 1, neuron: new IntegrateAndFire(ResetMode.Subtract) { Refractory = SpikingNeuron.LongestRefractory }),
        ["the longest delay"] = Delayed(Fixed(24, 1), Projection.MaximumDelay) with { TimeSteps = Projection.MaximumDelay + 3 },
        ["one input, one neuron, one output"] = Dense([1, 1, 1]),
        ["one input, one output, nothing between"] = Dense([1, 1]),
        ["all synapses pruned"] = Dense([3, 4, 2], _ => 0),
        ["one step"] = Fixed(24, 1) with { TimeSteps = 1 },
        ["ten thousand steps"] = Fixed(24, 100) with { TimeSteps = 10_000 },
        ["ten thousand steps in single precision"] = Float([0.5f, -0.25f, 1f, 0.125f, -0f, 0.75f], 1) with { TimeSteps = 10_000 },
        ["the most steps"] = Fixed(31, 100) with { TimeSteps = 1 << 16 },
        ["two hundred layers"] = Dense([2, .. Enumerable.Repeat(3, 199), 2], i => i % 5 * 30 - 40),
        ["16,384 neurons of one input"] = Dense([1, Many / 4, 1], i => i % 255 - 127),
        ["16,384 inputs of one neuron"] = Dense([Many / 4, 1, 1], i => i % 3 - 1),
        ["16,384 neurons with windows"] = Windows(128),
        ["outputs that are pooled sums"] = PooledOutputs(),
        ["names of any length and any letters"] = Named(Fixed(24, 100)),
    };

    /// <summary>Layers of 65,536 neurons or inputs: more than the stack holds, which only the portable profile needs not.</summary>
    public static IReadOnlyDictionary<string, SpikingNetwork> Large { get; } = new Dictionary<string, SpikingNetwork>
    {
        ["65,536 neurons of one input"] = Dense([1, Many, 1], i => i % 255 - 127),
        ["65,536 inputs of one neuron"] = Dense([Many, 1, 1], i => i % 3 - 1),
        ["65,536 neurons with windows"] = Windows(256),
    };

    private static SpikingNetwork Float(float[] weights, float threshold, NeuronModel? neuron = null)
    {
        SpikingNetwork network = TinyNetwork.Float32(InputEncoding.Current, neuron);
        return WithFirst(network, layer => WithWeights(layer, Floats(weights)) with { Threshold = Floats(threshold) }) with { TimeSteps = 9 };
    }

    private static SpikingNetwork Fixed(int bits, int threshold, int potential = 0, NeuronModel? neuron = null)
    {
        SpikingNetwork network = TinyNetwork.Int8(InputEncoding.Current, neuron ?? new IntegrateAndFire(ResetMode.Subtract));
        return WithFirst(network, layer => layer with { Threshold = Integers(threshold), InitialPotential = Integers(potential) }) with
        {
            Arithmetic = new FixedPointArithmetic(8, bits), TimeSteps = 20,
        };
    }

    private static SpikingNetwork Own(bool isFixedPoint, Tensor leaks)
    {
        SpikingNetwork network = TinyNetwork.Recurrent(isFixedPoint);
        var neuron = (HeterogeneousNeuron)network.Layers[0].Neuron;
        return WithFirst(network, layer => layer with { Neuron = neuron with { Membrane = neuron.Membrane with { Leak = leaks, SynapticLeak = leaks } } });
    }

    private static SpikingNetwork Wrapping(SpikingNetwork network) =>
        network with { Arithmetic = (FixedPointArithmetic)network.Arithmetic with { Overflow = PotentialOverflow.Wrap } };

    private static SpikingNetwork Delayed(SpikingNetwork network, int delay) => network with
    {
        Layers = network.Layers.Select(layer => layer with { Projections = layer.Projections.Select(projection => projection with { Delay = delay }).ToEquatableArray() }).ToEquatableArray(),
    };

    private static SpikingNetwork Named(SpikingNetwork network)
    {
        string name = string.Concat(Enumerable.Repeat("n\u0000\u2028\u00E9\"\\*/ {0} </summary>", 2000));
        return network with
        {
            Name = name, Labels = new([name, name]), Metadata = new([new MetadataEntry(name, name)]),
            Layers = network.Layers.Select(layer => layer with { Name = name }).ToEquatableArray(),
        };
    }

    private static SpikingNetwork Dense(int[] sizes, Func<int, int>? weight = null)
    {
        SpikingLayer[] layers = [.. Enumerable.Range(0, sizes.Length - 1).Select(i => DenseLayers.Create(
            i, $"layer {i}", sizes[i], sizes[i + 1], Weights(sizes[i] * sizes[i + 1], weight ?? (k => 50 + k)), Integers(i % 2), Integers(i == 0 ? 2000 : 60), Integers(0),
            i == sizes.Length - 2 ? new Integrator() : new IntegrateAndFire(ResetMode.Subtract)))];
        return TinyNetwork.Int8() with { Input = new InputEncoder(TensorShape.Of(sizes[0]), InputEncoding.Current, 1, 0), Layers = layers.ToEquatableArray(), Metadata = default };
    }

    // Outputs that compete by pairs, of spikes that are summed before.
    private static SpikingNetwork PooledOutputs()
    {
        SpikingNetwork network = TinyNetwork.Pooled(delay: 0);
        var pairs = new SlidingWindow(new FeatureMap(2, 1, 1), new FeatureMap(2, 1, 1), 2, 1, 1, 1, 0, 0, 1, 1);
        return network with { TimeSteps = 12, Layers = new([network.Layers[0], network.Layers[1] with { Shape = TensorShape.Of(2, 1, 1), Pooling = new MaxPooling(pairs) }]) };
    }

    // A square map, and one sum over some rows of it.
    private static SpikingNetwork Windows(int side)
    {
        FeatureMap image = new(side, side, 1), sum = new(1, 1, 1);
        var around = new ConvolutionConnection(new SlidingWindow(image, image, 3, 3, 1, 1, 1, 1, 1, 1), 1, Weights(9, k => 25 * k - 100));
        var rows = new ConvolutionConnection(new SlidingWindow(image, sum, 3, side - 1, 1, 1, 0, 0, 1, 1), 1, Weights(3 * (side - 1), k => k % 5 - 2));
        return TinyNetwork.Int8() with
        {
            Input = new InputEncoder(TensorShape.Of(side, side), InputEncoding.Current, 1, 0),
            Layers = new(
            [
                new SpikingLayer("map", TensorShape.Of(side, side, 1), new([new Projection(-1, ChannelOrder.Last, null, around)]), null, Integers(3), Integers(9000), Integers(0), new IntegrateAndFire(ResetMode.Zero)),
                new SpikingLayer("sum", TensorShape.Of(1, 1, 1), new([new Projection(0, ChannelOrder.Last, null, rows)]), null, Integers(0), Integers(1), Integers(0), new Integrator()),
            ]),
            Metadata = default,
        };
    }

    private static SpikingNetwork WithFirst(SpikingNetwork network, Func<SpikingLayer, SpikingLayer> change) =>
        network with { Layers = network.Layers.Select((layer, index) => index == 0 ? change(layer) : layer).ToEquatableArray() };

    private static SpikingLayer WithWeights(SpikingLayer layer, Tensor weights) => layer with
    {
        Projections = layer.Projections.Select(projection => projection with { Connection = projection.Connection with { Weights = weights } }).ToEquatableArray(),
    };

    private static IntegerTensor Weights(int count, Func<int, int> weight) => new(TensorShape.Of(count), 8, Enumerable.Range(0, count).Select(weight).ToEquatableArray());
}
