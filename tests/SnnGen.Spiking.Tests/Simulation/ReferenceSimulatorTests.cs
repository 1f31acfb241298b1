using SnnGen.Generators.Tests.Networks;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;
using SnnGen.Spiking.Simulation;
using SnnGen.Spiking.Tests.Networks;

namespace SnnGen.Spiking.Tests.Simulation;

public class ReferenceSimulatorTests
{
    [Fact]
    public void A_simulator_forgets_the_inference_before()
    {
        for (int seed = 0; seed < 40; seed++)
        {
            SpikingNetwork network = RandomNetwork.Create(seed);
            var random = new Random(seed);
            SpikeRaster first = Spikes(network, random), second = Spikes(network, random);
            var used = new ReferenceSimulator(network);
            used.Run(first);
            Assert.Equal(new ReferenceSimulator(network).Run(second).Potentials, used.Run(second).Potentials);
        }
    }

    [Fact]
    public void The_readout_integrates_what_the_hidden_neuron_fires()
    {
        SimulationResult result = new ReferenceSimulator(
            Chain.FixedPoint(new IntegrateAndFire(ResetMode.Subtract), 10, threshold: 400)).Run([(byte)200]);
        Assert.Equal(5, result.Rasters[0].Count(0));
        Assert.Equal(5, result.Potentials[0]);
        Assert.Equal(5, result.Spikes);
    }

    [Fact]
    public void A_constant_input_is_multiplied_once_and_every_spike_when_it_arrives()
    {
        SimulationResult result = new ReferenceSimulator(
            Chain.FixedPoint(new IntegrateAndFire(ResetMode.Subtract), 10, threshold: 400)).Run([(byte)200]);
        Assert.Equal(1 + 5, result.SynapticOperations);
        result = new ReferenceSimulator(
            Chain.FixedPoint(new IntegrateAndFire(ResetMode.Subtract), 10, threshold: 400)).Run([(byte)0]);
        Assert.Equal(0, result.SynapticOperations);
    }

    [Fact]
    public void Of_equal_potentials_the_lowest_index_decides() =>
        Assert.Equal(1, new SimulationResult([-3, 7, 7, 2], [], [], [0, 0, 0, 0], 0, 1).Class);

    [Theory]
    [InlineData(new double[] { 1, 2, 3 }, new[] { 2, 2, 1 }, 1)]
    [InlineData(new double[] { 5, 2, 3 }, new[] { 0, 0, 0 }, 0)]
    [InlineData(new double[] { double.NaN, 2, 2 }, new[] { 4, 4, 4 }, 1)]
    public void Scores_decide_before_potentials_do(double[] potentials, int[] scores, int expected) =>
        Assert.Equal(expected, new SimulationResult(potentials, [], [], scores, 0, 1).Class);

    [Fact]
    public void A_shape_only_network_is_refused()
    {
        SpikingNetwork network = Chain.FixedPoint(new IntegrateAndFire(ResetMode.Subtract), 1) with { IsShapeOnly = true };
        ArgumentException exception = Assert.Throws<ArgumentException>(() => new ReferenceSimulator(network));
        Assert.Contains("shape-only", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Arithmetic_of_no_known_kind_is_refused_by_its_name()
    {
        SpikingLayer layer = OneLayer.Dense(new Integrator(), 1, TensorOf.Integers(1));
        NotSupportedException exception = Assert.Throws<NotSupportedException>(() => LayerSimulator.Create(layer, new Posits()));
        Assert.Contains(nameof(Posits), exception.Message, StringComparison.Ordinal);
    }

    private static SpikeRaster Spikes(SpikingNetwork network, Random random)
    {
        var raster = new SpikeRaster(network.TimeSteps, network.InputSize);
        for (int step = 0; step < raster.TimeSteps; step++)
            for (int i = 0; i < raster.Neurons; i++)
                raster[step, i] = random.Next(3) == 0;
        return raster;
    }

    private sealed record Posits : Arithmetic;
}
