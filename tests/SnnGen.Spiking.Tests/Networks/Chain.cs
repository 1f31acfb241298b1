using SnnGen.Generators.Tests.Networks;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;
using static SnnGen.Generators.Tests.Networks.TensorOf;

namespace SnnGen.Spiking.Tests.Networks;

/// <summary>One input, one hidden neuron, one readout that counts the hidden neuron's spikes in its potential.</summary>
internal static class Chain
{
    /// <summary>In single precision, input u = x.</summary>
    public static SpikingNetwork Float32(
        NeuronModel neuron, int timeSteps, float weight = 1, float bias = 0, float threshold = 1, float start = 0,
        InputEncoding encoding = InputEncoding.Current) => new(
        "chain", new Float32Arithmetic(), timeSteps, new InputEncoder(TensorShape.Of(1), encoding, 1, 0),
        new EquatableArray<SpikingLayer>(
        [
            DenseLayers.Create(0, "hidden", 1, 1, Floats(weight), Floats(bias), Floats(threshold), Floats(start), neuron),
            DenseLayers.Create(1, "readout", 1, 1, Floats(1), Floats(0), Floats(1), Floats(0), new Integrator()),
        ]),
        default, default);

    /// <summary>In 8-bit fixed point with weight 1: the hidden current is q + <paramref name="bias"/>.</summary>
    public static SpikingNetwork FixedPoint(
        NeuronModel neuron, int timeSteps, int bias = 0, int threshold = 255, int start = 0, int potentialBits = 31,
        InputEncoding encoding = InputEncoding.Current) => new(
        "chain", new FixedPointArithmetic(8, potentialBits), timeSteps, new InputEncoder(TensorShape.Of(1), encoding, 1, 0),
        new EquatableArray<SpikingLayer>(
        [
            DenseLayers.Create(0, "hidden", 1, 1, Bytes(1), Integers(bias), Integers(threshold), Integers(start), neuron),
            DenseLayers.Create(1, "readout", 1, 1, Bytes(1), Integers(0), Integers(1), Integers(0), new Integrator()),
        ]),
        default, default);
}
