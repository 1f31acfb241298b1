using SnnGen.Generators.Tests.Networks;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Simulation;
using SnnGen.Spiking.Tests.Networks;

namespace SnnGen.Spiking.Tests.Simulation;

/// <summary>Neurons with parameters of their own, by hand.</summary>
public class HeterogeneousNeuronTests
{
    private static readonly Membrane s_lossless = new(null, TensorOf.Integers(4096), null);

    [Fact]
    public void Each_neuron_keeps_its_own_share_rounded_toward_zero()
    {
        // Shares of 1/4 and 3/4: -7 becomes trunc(-1.75) and trunc(-5.25), then 10 and 20 arrive.
        SpikingLayer layer = Layer(new Membrane(null, TensorOf.Integers(1024, 3072), null), 10, 20) with { InitialPotential = TensorOf.Integers(-7) };
        SimulationResult result = OneLayer.Run(layer, [0], []);
        Assert.Equal([-1 + 10, 2], OneLayer.Potentials(result, 0));
        Assert.Equal([-5 + 20, 11], OneLayer.Potentials(result, 1));
        Assert.Equal(0, result.Spikes);
    }

    [Fact]
    public void A_drive_reaches_the_membrane_without_passing_the_synapse()
    {
        // i = 10, 5, 2; v = 13, 13 + 8, 21 + 5.
        var membrane = new Membrane(TensorOf.Integers(2048), TensorOf.Integers(4096), TensorOf.Integers(3));
        SimulationResult result = OneLayer.Run(Layer(membrane, 10), [0], [], []);
        Assert.Equal([13, 21, 26], OneLayer.Potentials(result, 0));
        Assert.Equal([2], result.LayerCurrents[0]);
    }

    [Fact]
    public void Single_precision_computes_the_same_equations()
    {
        // i = 1, 1/2; v = 1 + 1/4, then 5/16 + 1/2 + 1/4.
        var membrane = new Membrane(TensorOf.Floats(0.5f), TensorOf.Floats(0.25f), TensorOf.Floats(0.25f));
        var neuron = new HeterogeneousNeuron(ResetMode.Subtract, FiringRule.Reached, membrane, TensorOf.Floats(0));
        SimulationResult result = OneLayer.Run(OneLayer.Dense(neuron, 1, TensorOf.Floats(1)), [0], []);
        Assert.Equal([1.25, 1.0625], OneLayer.Potentials(result, 0));
        Assert.Equal([0.5], result.LayerCurrents[0]);
    }

    [Fact]
    public void The_floor_holds_only_what_falls_below_it()
    {
        Membrane floored = s_lossless with { Floor = TensorOf.Integers(-5) };
        SimulationResult result = OneLayer.Run(Layer(floored, -10, -3), [0], []);
        Assert.Equal([-5, -5], OneLayer.Potentials(result, 0));
        Assert.Equal([-3, -3], OneLayer.Potentials(result, 1));
        Assert.Equal([-10], OneLayer.Potentials(OneLayer.Run(Layer(s_lossless, -10), [0]), 0));
    }

    [Theory]
    [InlineData(FiringRule.Reached, new[] { 0, 1, 2 })]
    [InlineData(FiringRule.Above, new[] { 1, 2 })]
    public void Integers_fire_at_the_threshold_or_only_above_it(FiringRule rule, int[] times)
    {
        // Nothing is subtracted, so that the potential is 100, 200, 300.
        var neuron = new HeterogeneousNeuron(ResetMode.Subtract, rule, s_lossless, TensorOf.Integers(0));
        Assert.Equal(times, OneLayer.Times(OneLayer.Run(OneLayer.Dense(neuron, 1, TensorOf.Integers(100)), [0], [0], [0]), 0));
    }

    [Theory]
    [InlineData(FiringRule.Reached, new[] { 0, 1, 2 })]
    [InlineData(FiringRule.Above, new[] { 1, 2 })]
    public void Singles_fire_at_the_threshold_or_only_above_it(FiringRule rule, int[] times)
    {
        var neuron = new HeterogeneousNeuron(ResetMode.Subtract, rule, new Membrane(null, TensorOf.Floats(1), null), TensorOf.Floats(0));
        Assert.Equal(times, OneLayer.Times(OneLayer.Run(OneLayer.Dense(neuron, 1, TensorOf.Floats(100)), [0], [0], [0]), 0));
    }

    [Theory]
    [InlineData(ResetMode.Subtract, 110 - 4, 120 + 7)]
    [InlineData(ResetMode.Zero, 4, -7)]
    public void A_spike_subtracts_the_reset_value_or_leaves_it(ResetMode reset, int first, int second)
    {
        var neuron = new HeterogeneousNeuron(reset, FiringRule.Reached, s_lossless, TensorOf.Integers(4, -7));
        SimulationResult result = OneLayer.Run(OneLayer.Dense(neuron, 2, TensorOf.Integers(110, 120)), [0]);
        Assert.Equal([first, second], result.Potentials);
        Assert.Equal(2, result.Spikes);
    }

    // The threshold is out of reach.
    private static SpikingLayer Layer(Membrane membrane, params int[] weights) => OneLayer.Dense(
        new HeterogeneousNeuron(ResetMode.Zero, FiringRule.Reached, membrane, TensorOf.Integers(0)), weights.Length, TensorOf.Integers(weights));
}
