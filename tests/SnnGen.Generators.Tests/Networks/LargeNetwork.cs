using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;
using static SnnGen.Generators.Tests.Networks.TensorOf;

namespace SnnGen.Generators.Tests.Networks;

/// <summary>Networks of the sizes that people use, in which a part of the neurons spikes at every step.</summary>
internal static class LargeNetwork
{
    /// <param name="isFixedPoint">Int8 weights and 24-bit potentials; else single precision.</param>
    /// <param name="sizes">Inputs, neurons of every layer.</param>
    public static SpikingNetwork Create(bool isFixedPoint, params int[] sizes)
    {
        var random = new Random(sizes.Length);
        int depth = sizes.Length - 1;
        SpikingLayer[] layers = [.. Enumerable.Range(0, depth).Select(i => Layer(random, isFixedPoint, i, sizes[i], sizes[i + 1], i == depth - 1))];
        return new SpikingNetwork(
            "large",
            isFixedPoint ? new FixedPointArithmetic(WeightBits: 8, PotentialBits: 24) : new Float32Arithmetic(),
            TimeSteps: 8,
            new InputEncoder(TensorShape.Of(sizes[0]), InputEncoding.Current, Scale: 1, Offset: 0),
            layers.ToEquatableArray(),
            Labels: default,
            Metadata: default);
    }

    private static SpikingLayer Layer(Random random, bool isFixedPoint, int index, int inputs, int neurons, bool isReadout)
    {
        // The spread of a sum of independent weights: about a third of the neurons spikes.
        double threshold = Math.Sqrt(inputs) * 64 * (index == 0 ? InputEncoder.FullScale : 1);
        NeuronModel neuron = isReadout ? new Integrator() : new IntegrateAndFire(ResetMode.Subtract);
        int[] weights = [.. Enumerable.Range(0, inputs * neurons).Select(_ => random.Next(-127, 128))];
        return isFixedPoint
            ? DenseLayers.Create(index, $"layer {index}", inputs, neurons, new IntegerTensor(TensorShape.Of(weights.Length), 8, new(weights)),
                Integers(new int[neurons]), Integers((int)threshold), Integers((int)threshold / 2), neuron)
            : DenseLayers.Create(index, $"layer {index}", inputs, neurons, Floats([.. weights.Select(w => w / 127f)]),
                Floats(new float[neurons]), Floats((float)Math.Sqrt(inputs) / 2), Floats(0), neuron);
    }
}
