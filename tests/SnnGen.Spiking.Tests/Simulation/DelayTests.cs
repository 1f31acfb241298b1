using SnnGen.Generators.Tests.Networks;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.NetworkFile;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Simulation;
using SnnGen.Spiking.Tests.Networks;

namespace SnnGen.Spiking.Tests.Simulation;

/// <summary>Spikes that take a step from layer to layer.</summary>
public class DelayTests
{
    [Fact]
    public void The_readout_gets_the_spikes_of_the_step_before()
    {
        SpikingNetwork network = Chain.FixedPoint(new IntegrateAndFire(ResetMode.Subtract), 6, threshold: 2);
        SpikingNetwork delayed = Delayed(network, layer: 1);
        // One spike a step: T of them arrive without a delay, and T − 1 with one.
        Assert.Equal(6, new ReferenceSimulator(network).Run([2]).Potentials[0]);
        Assert.Equal(5, new ReferenceSimulator(delayed).Run([2]).Potentials[0]);
    }

    [Fact]
    public void A_held_input_has_no_delay()
    {
        SpikingNetwork network = Chain.FixedPoint(new IntegrateAndFire(ResetMode.Subtract), 6, threshold: 2);
        Assert.Equal(6, new ReferenceSimulator(Delayed(network, layer: 0)).Run([2]).Potentials[0]);
    }

    [Theory]
    [InlineData(InputEncoding.Events)]
    [InlineData(InputEncoding.Latency)]
    public void Spikes_of_the_input_come_a_step_later(InputEncoding encoding)
    {
        SpikingNetwork network = Delayed(Chain.FixedPoint(new IntegrateAndFire(ResetMode.Subtract), 5, encoding: encoding), layer: 0);
        var input = new SpikeRaster(5, 1);
        input[1, 0] = true;
        SpikeRaster spikes = new ReferenceSimulator(network).Run(input).Rasters[0];
        int[] expected = encoding == InputEncoding.Events ? [2] : [2, 3, 4];
        Assert.Equal(expected, Enumerable.Range(0, 5).Where(step => spikes[step, 0]));
    }

    [Fact]
    public void A_delay_of_every_layer_only_shifts_what_the_input_causes()
    {
        for (int seed = 1; seed < 60; seed += 2)
        {
            SpikingNetwork network = Silent(RandomNetwork.Create(seed));
            if (network.Layers.Any(layer => layer.Projections.Count > 1))
                continue;
            SpikingNetwork delayed = network;
            for (int layer = 0; layer < network.Layers.Count; layer++)
                delayed = Delayed(delayed, layer);
            var input = new SpikeRaster(20, network.InputSize);
            var random = new Random(seed);
            for (int step = 0; step < 20; step++)
                for (int i = 0; i < network.InputSize; i++)
                    input[step, i] = random.Next(3) == 0;
            SpikeRaster[] direct = new ReferenceSimulator(network).Run(input).Rasters, late = new ReferenceSimulator(delayed).Run(input).Rasters;
            for (int layer = 0; layer < direct.Length; layer++)
                for (int step = layer + 1; step < 20; step++)
                    Assert.Equal(direct[layer].Frame(step - layer - 1).ToArray(), late[layer].Frame(step).ToArray());
        }
    }

    // Without biases, leaks and starts nothing happens before the first spike comes; without delays and exits of its own the
    // network differs from the delayed one by the delays alone.
    private static SpikingNetwork Silent(SpikingNetwork network) => network with
    {
        Input = network.Input with { Encoding = InputEncoding.Events, Seed = 0 },
        Output = network.Output with { Exit = EarlyExit.Never },
        Layers = network.Layers.Select(layer => layer with
        {
            Bias = TensorOf.Integers(0), InitialPotential = TensorOf.Integers(0),
            Projections = layer.Projections.Select(projection => projection with { Delay = 0 }).ToEquatableArray(),
        }).ToEquatableArray(),
    };

    private static SpikingNetwork Delayed(SpikingNetwork network, int layer)
    {
        SpikingLayer[] layers = network.Layers.ToArray();
        layers[layer] = layers[layer] with { Projections = layers[layer].Projections.Select(projection => projection with { Delay = 1 }).ToEquatableArray() };
        SpikingNetwork delayed = network with { Layers = layers.ToEquatableArray() };
        NetworkValidator.Validate(delayed);
        return delayed;
    }
}
