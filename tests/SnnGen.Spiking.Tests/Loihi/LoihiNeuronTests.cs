using SnnGen.Generators.Tests.Networks;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.NetworkFile;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;
using SnnGen.Spiking.Simulation;
using SnnGen.Spiking.Tests.Networks;

namespace SnnGen.Spiking.Tests.Loihi;

/// <summary>Loihi's neuron by hand, where Lava's recordings do not reach.</summary>
public class LoihiNeuronTests
{
    private static readonly LoihiNeuron s_integrator = new(CurrentDecay: 4095, PotentialDecay: 0);

    [Fact]
    public void A_spike_arrives_a_step_later_times_64() =>
        Assert.Equal([(0, 0, false), (640, 640, false), (0, 640, false)], Run(s_integrator, [10], 0, 1000, true, false, false));

    [Fact]
    public void It_fires_strictly_above_its_threshold_and_resets_to_zero() =>
        Assert.Equal([(0, 0, false), (640, 640, false), (640, 0, true)], Run(s_integrator, [10], 0, 10, true, true, false));

    [Theory]
    [InlineData(-2, 10, 2 * 64)]
    [InlineData(-2, -10, -3 * 64)] // an arithmetic shift rounds down
    [InlineData(-1, -254, -127 * 64)]
    [InlineData(3, -10, -80 * 64)]
    public void Weights_have_an_exponent(int exponent, int weight, int expected) =>
        Assert.Equal(expected, Run(s_integrator with { WeightExponent = exponent }, [weight], 0, 1000, true, false)[1].U);

    [Theory]
    [InlineData(-1, 5, 2)]
    [InlineData(-1, -5, -3)]
    [InlineData(-3, 4095, 511)]
    [InlineData(7, -4096, -524_288)]
    public void Biases_have_an_exponent(int exponent, int mantissa, int expected) =>
        Assert.Equal((0, expected, false), Run(s_integrator with { BiasExponent = exponent }, [0], mantissa, LoihiNeuron.LargestThreshold, false)[0]);

    [Theory]
    [InlineData(127, 1 << 23)] // 128 · 2¹⁰ · 64 = 2²³ stays
    [InlineData(128, -(1 << 23) + 65536)]
    [InlineData(-126, -127 * 65536)]
    [InlineData(-127, 1 << 23)] // −2²³ wraps
    public void The_current_wraps_above_plus_and_at_minus_two_to_the_23(int factor, int expected)
    {
        // u is 65536 factor after the first arrival without a decay of u and of one unit more at the second.
        LoihiNeuron neuron = new(CurrentDecay: 4095, PotentialDecay: 4095) { WeightExponent = 7 };
        int sign = Math.Sign(factor), units = (Math.Abs(factor) + 1) * 8; // Σ w · 2⁷ · 2⁶, in all 2¹⁶ a unit of 8
        int[] weights = [.. Enumerable.Range(0, 9).Select(i => sign * Math.Min(128, Math.Max(0, units - 128 * i)))];
        Assert.Equal(units, weights.Sum(Math.Abs));
        SpikingNetwork network = LoihiNetwork.Create(neuron, weights, [0], LoihiNeuron.LargestThreshold, 2);
        LayerSimulator layer = LayerSimulator.Create(network.Layers[0], network.Arithmetic);
        SpikeRaster input = new(2, 9), output = new(2, 1);
        for (int i = 0; i < 9; i++)
            input[0, i] = true;
        layer.Step(_ => input, output, 0);
        layer.Step(_ => input, output, 1);
        Assert.Equal(expected, layer.SynapticCurrents()[0]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void The_potential_is_clipped_below_two_to_the_23(int sign)
    {
        LoihiNeuron neuron = s_integrator with { BiasExponent = 7 };
        double[] potentials = [.. Run(neuron, [0], sign * 4095, LoihiNeuron.LargestThreshold, new bool[17]).Select(step => step.V)];
        Assert.Equal(sign * 16 * 4095 * 128, potentials[15]);
        // Above, the clipped potential is beyond the largest threshold, so the neuron fires.
        Assert.Equal(sign > 0 ? 0 : -(1 << 23) + 1, potentials[16]);
    }

    [Fact]
    public void The_potential_is_clipped_to_one_less_than_two_to_the_23()
    {
        // A threshold of 2²³, one beyond the largest: a valid network fires 64 units below the end, so the end is never seen.
        SpikingNetwork network = LoihiNetwork.Create(s_integrator with { BiasExponent = 7 }, [0], [4095], LoihiNeuron.LargestThreshold, 17);
        LayerSimulator layer = LayerSimulator.Create(network.Layers[0] with { Threshold = TensorOf.Integers(1 << 17) }, network.Arithmetic);
        var output = new SpikeRaster(17, 1);
        for (int step = 0; step < 17; step++)
            layer.Step(_ => output, output, step);
        Assert.Equal((1 << 23) - 1, layer.Potentials()[0]);
        Assert.Equal(0, output.Count(0));
    }

    [Fact]
    public void Decays_round_toward_zero()
    {
        // 640 · (4096 − 401) / 4096 = 577.3; v = 640, then trunc(640 · 3896 / 4096) + 577 = 608 + 577.
        LoihiNeuron neuron = new(CurrentDecay: 400, PotentialDecay: 200);
        Assert.Equal([(0, 0, false), (640, 640, false), (577, 1185, false)], Run(neuron, [10], 0, 1000, true, false, false));
        Assert.Equal([(0, 0, false), (-640, -640, false), (-577, -1185, false)], Run(neuron, [-10], 0, 1000, true, false, false));
    }

    [Fact]
    public void A_held_input_enters_through_the_bias_mantissa()
    {
        // H = 100 · 200 = 20000; 20000 ≫ 4 = 1250; (7 + 1250) ≪ 2 = 5028 at every step, without a delay.
        SpikingNetwork network = LoihiNetwork.Analog(s_integrator with { InputShift = 4, BiasExponent = 2 }, weight: 100, bias: 7, threshold: 100);
        LayerSimulator layer = LayerSimulator.Create(network.Layers[0], network.Arithmetic);
        layer.Hold([200]);
        var output = new SpikeRaster(2, 1);
        layer.Step(_ => null, output, 0);
        Assert.Equal((5028, 0, false), (layer.Potentials()[0], layer.SynapticCurrents()[0], output[0, 0]));
        layer.Step(_ => null, output, 1);
        Assert.Equal((0, true), (layer.Potentials()[0], output[1, 0])); // 10056 > 100 · 64
        Assert.Equal(1, layer.SynapticOperations);
    }

    [Theory]
    [InlineData(254, 0, 4095)]
    [InlineData(-254, 0, -4096)]
    [InlineData(-254, 64_770, 0)] // a bias beyond 13 bits, which the input takes back: only the sum is programmed
    public void The_programmed_mantissa_saturates_at_13_bits(int weight, int bias, int expected)
    {
        SpikingNetwork network = LoihiNetwork.Analog(s_integrator, weight, bias);
        Assert.Equal(expected, new ReferenceSimulator(network with { TimeSteps = 1 }).Run([255]).Potentials[0]);
    }

    private static (double U, double V, bool Spikes)[] Run(LoihiNeuron neuron, int[] weights, int bias, int threshold, params bool[] spikes) =>
        LoihiNetwork.Run(LoihiNetwork.Create(neuron, weights, [bias], threshold, spikes.Length), spikes);
}
