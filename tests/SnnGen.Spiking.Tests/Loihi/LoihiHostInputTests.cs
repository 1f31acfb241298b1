using SnnGen.Generators.Tests.Networks;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Simulation;
using SnnGen.Spiking.Tests.Networks;

namespace SnnGen.Spiking.Tests.Loihi;

/// <summary>Input that the host multiplies and programs as part of the bias, here of 7.</summary>
public class LoihiHostInputTests
{
    private static readonly LoihiNeuron s_integrator = new(CurrentDecay: 4095, PotentialDecay: 0);

    [Fact]
    public void A_negative_sum_is_shifted_arithmetically()
    {
        // -100 · 201 = -20100, and a sixteenth of it, rounded down, is -1257.
        LayerSimulator layer = Simulator(s_integrator with { InputShift = 4 }, weight: -100);
        layer.Hold([201]);
        Assert.Equal((-1257 + 7, 0), Step(layer, _ => null));
    }

    [Fact]
    public void A_new_input_takes_the_place_of_the_one_before()
    {
        LayerSimulator layer = Simulator(s_integrator, weight: 2);
        layer.Hold([200]);
        layer.Hold([100]);
        Assert.Equal((200 + 7, 0), Step(layer, _ => null));
    }

    [Fact]
    public void After_a_reset_nothing_is_held()
    {
        LayerSimulator layer = Simulator(s_integrator, weight: 2);
        layer.Hold([200]);
        layer.Reset();
        Assert.Equal((7, 0), Step(layer, _ => null));
        Assert.Equal(0, layer.SynapticOperations);
    }

    [Fact]
    public void A_spike_of_it_is_worth_the_largest_input_at_its_step_alone()
    {
        // 2 · 255 = 510, halved, at the first step; the synaptic current gets none of it.
        SpikingNetwork network = LoihiNetwork.Analog(s_integrator with { InputShift = 1 }, weight: 2, bias: 7);
        var spikes = new SpikeRaster(2, 1);
        spikes[0, 0] = true;
        SimulationResult result = new ReferenceSimulator(network).Run(spikes);
        Assert.Equal([255 + 7, 262 + 7], OneLayer.Potentials(result, 0));
        Assert.Equal([0], result.LayerCurrents[0]);
        Assert.Equal(1, result.SynapticOperations);
    }

    [Fact]
    public void It_stays_held_beside_the_spikes_of_other_layers()
    {
        // The host adds 3 · 10, and a synapse of weight 2 sixty-four times as much as its weight.
        SpikingLayer layer = LoihiNetwork.Analog(s_integrator, weight: 3, bias: 7).Layers[0];
        var synapse = new Projection(0, ChannelOrder.Last, null, new DenseConnection(1, 1, TensorOf.Integers(2)));
        LayerSimulator simulator = LayerSimulator.Create(
            layer with { Projections = layer.Projections.Append(synapse).ToEquatableArray() }, LoihiNetwork.Arithmetic(weightBits: 8));
        var spikes = new SpikeRaster(1, 1);
        spikes[0, 0] = true;
        simulator.Hold([10]);
        Assert.Equal((30 + 7 + 128, 128), Step(simulator, source => source == Projection.NetworkInput ? null : spikes));
        Assert.Equal(2, simulator.SynapticOperations);
    }

    private static LayerSimulator Simulator(LoihiNeuron neuron, int weight)
    {
        SpikingNetwork network = LoihiNetwork.Analog(neuron, weight, bias: 7);
        return LayerSimulator.Create(network.Layers[0], network.Arithmetic);
    }

    private static (double V, double U) Step(LayerSimulator layer, Func<int, SpikeRaster?> spikesOf)
    {
        layer.Step(spikesOf, new SpikeRaster(1, 1), 0);
        return (layer.Potentials()[0], layer.SynapticCurrents()[0]);
    }
}
