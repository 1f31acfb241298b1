using SnnGen.Generators.Tests.Networks;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.NetworkFile;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Simulation;
using SnnGen.Spiking.Tests.Networks;

namespace SnnGen.Spiking.Tests.Simulation;

/// <summary>A layer that never spikes passes its potentials on: here 1, 1/2, 1/4 and 3, 3/2, 3/4 to weights of 1 and 10.</summary>
public class LeakyIntegratorTests
{
    [Fact]
    public void The_potential_after_a_step_is_the_input_of_the_next_layer()
    {
        SimulationResult result = Run(projection => projection);
        Assert.Equal([31, 31 + 15.5, 31 + 15.5 + 7.75], OneLayer.Potentials(result, 0));
        Assert.Equal([0.25, 0.75], result.LayerPotentials[0]);
    }

    [Fact]
    public void Every_potential_but_zero_is_a_product()
    {
        Assert.Equal([2, 6], Run(projection => projection).LayerOperations);
        Assert.Equal([2, 4], Run(projection => projection with { Delay = 1 }).LayerOperations);
    }

    [Fact]
    public void A_delayed_potential_arrives_with_its_value_of_then() =>
        Assert.Equal([0, 31, 31 + 15.5], OneLayer.Potentials(Run(projection => projection with { Delay = 1 }), 0));

    [Fact]
    public void Each_source_neuron_has_a_delay_of_its_own()
    {
        SimulationResult result = Run(projection => projection with { InputDelays = new EquatableArray<int>([0, 2]) });
        Assert.Equal([1, 1.5, 1.75 + 30], OneLayer.Potentials(result, 0));
        Assert.Equal([2, 3 + 1], result.LayerOperations);
    }

    // Both neurons get one spike, at the first of three steps.
    private static SimulationResult Run(Func<Projection, Projection> change)
    {
        SpikingLayer first = OneLayer.Dense(new LeakyIntegrator(new Membrane(null, TensorOf.Floats(0.5f), null)), 2, TensorOf.Floats(1, 3));
        SpikingLayer readout = DenseLayers.Create(1, "readout", 2, 1, TensorOf.Floats(1, 10), TensorOf.Floats(0), TensorOf.Floats(1), TensorOf.Floats(0), new Integrator());
        SpikingNetwork network = OneLayer.Events(first) with
        {
            Layers = new EquatableArray<SpikingLayer>([first, readout with { Projections = readout.Projections.Select(change).ToEquatableArray() }]),
        };
        NetworkValidator.Validate(network);
        return new ReferenceSimulator(network).Run(OneLayer.Raster(first, [0], [], []));
    }
}
