using SnnGen.Generators.Tests.Networks;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.NetworkFile;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;
using SnnGen.Spiking.Simulation;
using SnnGen.Spiking.Tests.Networks;

namespace SnnGen.Spiking.Tests.Simulation;

/// <summary>An analog input that is held while a layer steps.</summary>
public class HeldInputTests
{
    private readonly LayerSimulator _layer = LayerSimulator.Create(
        OneLayer.Dense(new Integrator(), 1, TensorOf.Integers(1)) with { Bias = TensorOf.Integers(3) }, new FixedPointArithmetic(8, 31));

    [Fact]
    public void It_enters_every_step_that_is_given_no_spikes_of_the_input()
    {
        _layer.Hold([200]);
        Assert.Equal(203, PotentialAfter(null));
        Assert.Equal(203 + 3, PotentialAfter(new SpikeRaster(1, 1)));
        Assert.Equal(206 + 203, PotentialAfter(null));
    }

    [Fact]
    public void A_new_input_takes_the_place_of_the_one_before()
    {
        _layer.Hold([200]);
        _layer.Hold([100]);
        Assert.Equal(103, PotentialAfter(null));
    }

    [Fact]
    public void After_a_reset_nothing_is_held()
    {
        _layer.Hold([200]);
        _layer.Reset();
        Assert.Equal(3, PotentialAfter(null));
        Assert.Equal(0, _layer.SynapticOperations);
    }

    [Fact]
    public void A_layer_may_hold_the_input_and_get_spikes_as_well()
    {
        // The hidden neuron spikes at each of the three steps; each is worth 5 beside an input of 2.
        SpikingNetwork chain = Chain.FixedPoint(new IntegrateAndFire(ResetMode.Subtract), 3, threshold: 2);
        SpikingLayer readout = chain.Layers[1];
        Projection input = readout.Projections[0] with { Source = Projection.NetworkInput, SpikeWorth = InputEncoder.FullScale };
        Projection hidden = readout.Projections[0] with { Connection = new DenseConnection(1, 1, TensorOf.Integers(5)) };
        SpikingNetwork network = chain with
        {
            Layers = new EquatableArray<SpikingLayer>([chain.Layers[0], readout with { Projections = new EquatableArray<Projection>([input, hidden]) }]),
        };
        NetworkValidator.Validate(network);
        SimulationResult result = new ReferenceSimulator(network).Run([2]);
        Assert.Equal([7, 14, 21], OneLayer.Potentials(result, 0));
        Assert.Equal([1, 1 + 3], result.LayerOperations);
    }

    private double PotentialAfter(SpikeRaster? input)
    {
        _layer.Step(_ => input, new SpikeRaster(1, 1), 0);
        return _layer.Potentials()[0];
    }
}
