using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;
using static SnnGen.Generators.Tests.Networks.TensorOf;

namespace SnnGen.Generators.Tests.Networks;

/// <summary>Networks of three inputs, two hidden neurons and two outputs: small enough to read what is made of them.</summary>
internal static class TinyNetwork
{
    public static SpikingNetwork Float32(InputEncoding encoding = InputEncoding.Current, NeuronModel? hidden = null) => Create(
        new Float32Arithmetic(),
        encoding,
        Layer(0, "hidden", 3, 2, hidden ?? new IntegrateAndFire(ResetMode.Subtract),
            Floats(0.5f, -0.25f, 1f, 0.125f, -0f, 0.75f), Floats(0.1f, -0.1f), Floats(1f), Floats(0.5f)),
        Layer(1, "output", 2, 2, new Integrator(), Floats(1f, -1f, -0.5f, 0.5f), Floats(0f, 0.25f), Floats(1f), Floats(0f)));

    public static SpikingNetwork Int8(InputEncoding encoding = InputEncoding.Current, NeuronModel? hidden = null) => Create(
        new FixedPointArithmetic(WeightBits: 8, PotentialBits: 24),
        encoding,
        Layer(0, "hidden", 3, 2, hidden ?? new LeakyIntegrateAndFire(0.875, ResetMode.Subtract),
            Bytes(100, -50, 127, 25, 0, -127), Integers(10, -10), Integers(25500, 12750), Integers(12750, 6375)),
        Layer(1, "output", 2, 2, new Integrator(), Bytes(100, -100, -50, 50), Integers(0, 25), Integers(100), Integers(0)));

    public static SpikingNetwork ShapeOnly() => Float32() with
    {
        IsShapeOnly = true,
        Layers = Float32().Layers.Select(layer => layer with
        {
            Projections = layer.Projections.Select(projection => projection with
            {
                Connection = projection.Connection with { Weights = Floats() },
            }).ToEquatableArray(),
            Bias = Floats(), Threshold = Floats(), InitialPotential = Floats(),
        }).ToEquatableArray(),
    };

    /// <summary>
    /// Neurons with parameters of their own that drive themselves, inputs with delays of their own, and a readout that leaks and
    /// takes spikes of two steps ago.
    /// </summary>
    public static SpikingNetwork Recurrent(bool isFixedPoint)
    {
        SpikingNetwork network = isFixedPoint ? Int8(InputEncoding.Events) : Float32(InputEncoding.Events);
        Tensor Values(params float[] values) => isFixedPoint ? Integers([.. values.Select(value => (int)(value * 4096))]) : Floats(values);
        Tensor back = isFixedPoint ? Bytes(0, -60, -60, 0) : Floats(0f, -0.5f, -0.5f, 0f);
        var hidden = new HeterogeneousNeuron(
            ResetMode.Subtract, FiringRule.Above, new Membrane(Values(0.5f, 0.25f), Values(0.875f, 0.75f), Values(0f, 0.0625f)), Values(1f, 0.875f));
        SpikingLayer first = network.Layers[0], last = network.Layers[1];
        return network with
        {
            Layers = new EquatableArray<SpikingLayer>(
            [
                first with
                {
                    Neuron = hidden,
                    Projections = new EquatableArray<Projection>(
                    [
                        first.Projections[0] with { InputDelays = new([0, 2, 1]) },
                        new Projection(0, ChannelOrder.Last, null, new DenseConnection(2, 2, back)) { Delay = 1 },
                    ]),
                },
                last with
                {
                    Neuron = new LeakyIntegrator(new Membrane(null, Values(0.9375f), null)),
                    Projections = new EquatableArray<Projection>([last.Projections[0] with { Delay = 2 }]),
                },
            ]),
            Output = network.Output with { Averages = false },
        };
    }

    /// <summary>
    /// A convolution of a 5 × 5 image to two channels with max pooling, and a readout that also sees the image itself,
    /// summed over quarters.
    /// </summary>
    public static SpikingNetwork Convolutional()
    {
        FeatureMap image = new(5, 5, 1), full = new(4, 4, 2), half = new(2, 2, 2);
        var kernel = new ConvolutionConnection(Window(image, full, 2, 1), Groups: 1, Bytes(10, -20, 30, 40, -50, 60, 70, -80));
        var quarters = new SumPooling(Window(image, new FeatureMap(2, 2, 1), 2, 2));
        return Create(
            new FixedPointArithmetic(WeightBits: 8, PotentialBits: 24),
            InputEncoding.Current,
            new SpikingLayer(
                "conv", TensorShape.Of(2, 2, 2), new EquatableArray<Projection>([new Projection(-1, ChannelOrder.Last, null, kernel)]),
                new MaxPooling(Window(full, half, 2, 2)), Integers(100, -100), Integers(25500, 12750), Integers(12750, 6375),
                new IntegrateAndFire(ResetMode.Subtract)),
            new SpikingLayer(
                "output", TensorShape.Of(2), new EquatableArray<Projection>(
                [
                    new Projection(0, ChannelOrder.Last, null, new DenseConnection(8, 2, Bytes([.. Enumerable.Range(-8, 16)]))) { SpikeWorth = 64 },
                    new Projection(-1, ChannelOrder.Last, quarters, new DenseConnection(4, 2, Bytes([.. Enumerable.Range(-4, 8)]))),
                ]),
                null, Integers(0), Integers(1), Integers(0), new Integrator())) with
        {
            Input = new InputEncoder(TensorShape.Of(5, 5), InputEncoding.Current, Scale: 2f, Offset: -1f),
        };
    }

    /// <summary>The convolution, and outputs that see nothing but its spikes, summed over all places.</summary>
    /// <param name="delay">Steps that these spikes take.</param>
    public static SpikingNetwork Pooled(int delay)
    {
        SpikingNetwork network = Convolutional();
        var all = new SumPooling(Window(new FeatureMap(2, 2, 2), new FeatureMap(1, 1, 2), 2, 2));
        var projection = new Projection(0, ChannelOrder.Last, all, new DenseConnection(2, 2, Bytes(3, -5, 7, -11))) { Delay = delay };
        SpikingLayer readout = network.Layers[1] with { Projections = new EquatableArray<Projection>([projection]) };
        return network with { Layers = new EquatableArray<SpikingLayer>([network.Layers[0], readout]) };
    }

    /// <summary>One layer without a hidden one.</summary>
    /// <param name="inputs">Number of inputs.</param>
    /// <param name="neurons">Number of outputs.</param>
    public static SpikingNetwork Readout(int inputs, int neurons) => Create(
        new FixedPointArithmetic(8, 24),
        InputEncoding.Current,
        Layer(0, "output", inputs, neurons, new Integrator(), Bytes(new int[inputs * neurons]), Integers(new int[neurons]), Integers(1), Integers(0)));

    private static SpikingNetwork Create(Arithmetic arithmetic, InputEncoding encoding, params SpikingLayer[] layers) => new(
        "tiny",
        arithmetic,
        TimeSteps: 4,
        new InputEncoder(TensorShape.Of(layers[0].Projections[0].Inputs), encoding, Scale: 2f, Offset: -1f),
        layers.ToEquatableArray(),
        Labels: default,
        new EquatableArray<MetadataEntry>([new("accuracy", "98.1 %")]));

    private static SpikingLayer Layer(
        int index, string name, int inputs, int neurons, NeuronModel neuron, Tensor weights, Tensor bias, Tensor threshold, Tensor potential) =>
        DenseLayers.Create(index, name, inputs, neurons, weights, bias, threshold, potential, neuron);

    private static SlidingWindow Window(FeatureMap input, FeatureMap output, int kernel, int stride) =>
        new(input, output, kernel, kernel, stride, stride, 0, 0, 1, 1);
}
