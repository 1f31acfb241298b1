using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Generators.Tests.Networks;

/// <summary>Networks of three inputs, two hidden neurons and two outputs: small enough to read what is made of them.</summary>
internal static class TinyNetwork
{
    public static SpikingNetwork Float32(InputEncoding encoding = InputEncoding.Current, NeuronModel? hidden = null) => Create(
        new Float32Arithmetic(),
        encoding,
        Layer("hidden", 3, 2, hidden ?? new IntegrateAndFire(ResetMode.Subtract),
            Floats(0.5f, -0.25f, 1f, 0.125f, -0f, 0.75f), Floats(0.1f, -0.1f), Floats(1f), Floats(0.5f)),
        Layer("output", 2, 2, new Integrator(), Floats(1f, -1f, -0.5f, 0.5f), Floats(0f, 0.25f), Floats(1f), Floats(0f)));

    public static SpikingNetwork Int8(InputEncoding encoding = InputEncoding.Current, NeuronModel? hidden = null) => Create(
        new FixedPointArithmetic(WeightBits: 8, PotentialBits: 24),
        encoding,
        Layer("hidden", 3, 2, hidden ?? new LeakyIntegrateAndFire(0.875, ResetMode.Subtract),
            Bytes(100, -50, 127, 25, 0, -127), Integers(10, -10), Integers(25500, 12750), Integers(12750, 6375)),
        Layer("output", 2, 2, new Integrator(), Bytes(100, -100, -50, 50), Integers(0, 25), Integers(100), Integers(0)));

    public static SpikingNetwork ShapeOnly() => Float32() with
    {
        IsShapeOnly = true,
        Layers = Float32().Layers.Select(layer => layer with
        {
            Weights = Floats(), Bias = Floats(), Threshold = Floats(), InitialPotential = Floats(),
        }).ToEquatableArray(),
    };

    /// <summary>One layer without a hidden one.</summary>
    /// <param name="inputs">Number of inputs.</param>
    /// <param name="neurons">Number of outputs.</param>
    public static SpikingNetwork Readout(int inputs, int neurons) => Create(
        new FixedPointArithmetic(8, 24),
        InputEncoding.Current,
        Layer("output", inputs, neurons, new Integrator(), Bytes(new int[inputs * neurons]), Integers(new int[neurons]), Integers(1), Integers(0)));

    private static SpikingNetwork Create(Arithmetic arithmetic, InputEncoding encoding, params DenseLayer[] layers) => new(
        "tiny",
        arithmetic,
        TimeSteps: 4,
        new InputEncoder(TensorShape.Of(layers[0].Inputs), encoding, Scale: 2f, Offset: -1f),
        layers.ToEquatableArray(),
        Labels: default,
        new EquatableArray<MetadataEntry>([new("accuracy", "98.1 %")]));

    private static DenseLayer Layer(
        string name, int inputs, int neurons, NeuronModel neuron, Tensor weights, Tensor bias, Tensor threshold, Tensor potential) =>
        new(name, inputs, neurons, weights, bias, threshold, potential, neuron);

    private static Float32Tensor Floats(params float[] values) => new(TensorShape.Of(values.Length), new(values));

    private static IntegerTensor Bytes(params int[] values) => new(TensorShape.Of(values.Length), 8, new(values));

    private static IntegerTensor Integers(params int[] values) => new(TensorShape.Of(values.Length), 32, new(values));
}
