using SnnGen.Generators.Tests.Networks;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Simulation;
using SnnGen.Spiking.Tests.Networks;

namespace SnnGen.Spiking.Tests.Simulation;

/// <summary>Values that change from step to step.</summary>
public class SequenceTests
{
    [Fact]
    public void Every_step_has_values_of_its_own()
    {
        // With a scale of 255 a value is its own level; the weights are 1 and 10.
        SpikingNetwork network = OneLayer.Current(OneLayer.Dense(new Integrator(), 1, TensorOf.Integers(1, 10)), scale: 255);
        SimulationResult result = new ReferenceSimulator(network).RunSequence([1, 2, 3, 4, 5, 6]);
        Assert.Equal([21, 21 + 43, 64 + 65], OneLayer.Potentials(result, 0));
        Assert.Equal([2, 4, 6], result.Trace.Select(step => step.SynapticOperations));
        Assert.Equal(3, result.Steps);
    }

    [Fact]
    public void A_second_sequence_begins_anew()
    {
        var simulator = new ReferenceSimulator(OneLayer.Current(OneLayer.Dense(new Integrator(), 1, TensorOf.Integers(1, 10)), scale: 255));
        simulator.RunSequence([1, 2, 3, 4]);
        SimulationResult result = simulator.RunSequence([1, 2]);
        Assert.Equal([21], OneLayer.Potentials(result, 0));
        Assert.Equal(2, result.SynapticOperations);
    }

    [Fact]
    public void Its_values_are_quantised_in_fixed_point()
    {
        // 0.5 of 255 levels is 128, and what exceeds 1 is 255.
        SpikingNetwork network = OneLayer.Current(OneLayer.Dense(new Integrator(), 1, TensorOf.Integers(1)), scale: 2, offset: -1);
        Assert.Equal([128, 128 + 255], OneLayer.Potentials(new ReferenceSimulator(network).RunSequence([0, 3]), 0));
    }

    [Fact]
    public void Its_values_are_only_normalised_in_single_precision()
    {
        SpikingNetwork network = OneLayer.Current(OneLayer.Dense(new Integrator(), 1, TensorOf.Floats(1)), scale: 2, offset: -1);
        Assert.Equal([0.5, 0.5 + 2], OneLayer.Potentials(new ReferenceSimulator(network).RunSequence([0, 3]), 0));
    }
}
