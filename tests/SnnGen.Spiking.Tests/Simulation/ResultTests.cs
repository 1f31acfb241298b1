using SnnGen.Generators.Tests.Networks;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Simulation;
using SnnGen.Spiking.Tests.Networks;

namespace SnnGen.Spiking.Tests.Simulation;

/// <summary>What an inference says of itself.</summary>
public class ResultTests
{
    private static readonly IntegrateAndFire s_neuron = new(ResetMode.Subtract);

    [Fact]
    public void Values_are_scaled_potentials_a_step()
    {
        SpikingNetwork network = OneLayer.Events(Biased(new Integrator(), 3, -5));
        network = network with { Output = network.Output with { Scale = 2 } };
        SimulationResult result = new ReferenceSimulator(network).Run(new SpikeRaster(4, 1));
        Assert.Equal([12, -20], result.Potentials);
        Assert.Equal([2 * 12f / 4, 2 * -20f / 4], result.Values);
        Assert.Equal([0, 0], result.Scores);
    }

    [Fact]
    public void Most_spikes_win_and_leave_no_values()
    {
        // Of a threshold of 4, a bias of 4 fires at every step and one of 2 at every second.
        SimulationResult result = OneLayer.Run(Biased(s_neuron, 2, 4, 0), [[], [], [], []]);
        Assert.Equal([2, 4, 0], result.Scores);
        Assert.Equal(1, result.Class);
        Assert.Empty(result.Values);
    }

    [Fact]
    public void The_first_spike_wins()
    {
        // A bias of 1 fires at the fourth step, one of 2 at the second and fourth, one of 0 never.
        SpikingNetwork network = OneLayer.Events(Biased(s_neuron, 1, 2, 0));
        network = network with { Output = network.Output with { Readout = Readout.First } };
        SimulationResult result = new ReferenceSimulator(network).Run(new SpikeRaster(4, 1));
        Assert.Equal([int.MaxValue - 3, int.MaxValue - 1, 0], result.Scores);
        Assert.Equal(1, result.Class);
    }

    [Fact]
    public void Spikes_of_all_layers_are_counted_together()
    {
        // The hidden neuron spikes at each of three steps, and so does the one that it drives.
        SpikingNetwork chain = Chain.FixedPoint(s_neuron, 3, threshold: 2);
        SpikingNetwork network = chain with
        {
            Layers = new EquatableArray<SpikingLayer>([chain.Layers[0], chain.Layers[1] with { Neuron = s_neuron }]),
            Output = chain.Output with { Readout = Readout.Count },
        };
        SimulationResult result = new ReferenceSimulator(network).Run([2]);
        Assert.Equal([3, 3], result.Rasters.Select(raster => raster.Count(0)));
        Assert.Equal(6, result.Spikes);
    }

    [Fact]
    public void Each_layer_and_step_leaves_its_record()
    {
        // i = 1, 3/2; v = 1, 5/2, below the threshold, so that the readout gets nothing.
        SpikingNetwork network = Chain.Float32(new CurrentBasedLeakyIntegrateAndFire(0.5, 1, ResetMode.Subtract), 2, threshold: 100);
        SimulationResult result = new ReferenceSimulator(network).Run([1f]);
        Assert.Equal([[2.5], [0]], result.LayerPotentials);
        Assert.Equal([[1.5], [0]], result.LayerCurrents);
        Assert.Equal([1, 0], result.LayerOperations);
        Assert.Equal([0, 0], OneLayer.Potentials(result, 0));
        Assert.Equal([1, 1], result.Trace.Select(step => step.SynapticOperations));
    }

    // One input without weights; the threshold is 4.
    private static SpikingLayer Biased(NeuronModel neuron, params int[] biases) => OneLayer.Dense(neuron, biases.Length, TensorOf.Integers(new int[biases.Length])) with
    {
        Bias = TensorOf.Integers(biases), Threshold = TensorOf.Integers(4),
    };
}
