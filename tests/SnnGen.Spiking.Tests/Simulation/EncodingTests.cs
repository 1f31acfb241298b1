using CsCheck;
using SnnGen.Generators.Tests.Networks;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;
using SnnGen.Spiking.Simulation;
using SnnGen.Spiking.Tests.Networks;

namespace SnnGen.Spiking.Tests.Simulation;

public class EncodingTests
{
    [Fact]
    public void The_rate_encoder_spikes_as_its_formula_says() => Gen.Select(Gen.Byte, Gen.Int[1, 300]).Sample((q, steps) =>
    {
        SpikeRaster raster = SpikeRaster.EncodeRate([q], steps);
        int before = 0;
        for (int t = 1; t <= steps; t++)
        {
            int until = (127 + t * q) / 255;
            Assert.Equal(until - before == 1, raster[t - 1, 0]);
            before = until;
        }
        Assert.Equal(before, raster.Count(0));
    }, threads: 1);

    [Fact]
    public void A_rate_encoded_input_runs_as_the_spikes_that_encode_it()
    {
        for (int seed = 0; seed < 60; seed++)
        {
            SpikingNetwork network = RandomNetwork.Create(seed);
            network = network with { Input = network.Input with { Encoding = InputEncoding.Rate } };
            var image = new byte[network.InputSize];
            new Random(seed).NextBytes(image);
            var simulator = new ReferenceSimulator(network);
            SimulationResult spikes = simulator.Run(SpikeRaster.EncodeRate(image, network.TimeSteps));
            SimulationResult bytes = simulator.Run(image);
            Assert.Equal(spikes.Potentials, bytes.Potentials);
            Assert.Equal(spikes.SynapticOperations, bytes.SynapticOperations);
        }
    }

    [Fact]
    public void One_input_spike_is_worth_a_full_scale_current()
    {
        var neuron = new IntegrateAndFire(ResetMode.Subtract);
        var spikes = new SpikeRaster(3, 1);
        spikes[0, 0] = spikes[1, 0] = spikes[2, 0] = true;
        SimulationResult events = new ReferenceSimulator(Chain.FixedPoint(neuron, 3, threshold: 300)).Run(spikes);
        SimulationResult current = new ReferenceSimulator(Chain.FixedPoint(neuron, 3, threshold: 300)).Run([(byte)255]);
        Assert.Equal(current.Potentials, events.Potentials);
        Assert.Equal(current.Rasters[0].Count(0), events.Rasters[0].Count(0));
    }

    [Theory]
    [InlineData(0f, 0)]
    [InlineData(1f, 255)]
    [InlineData(2f, 255)]
    [InlineData(-1f, 0)]
    [InlineData(0.5f, 128)]
    [InlineData(0.0019f, 0)]
    [InlineData(0.002f, 1)]
    [InlineData(float.NaN, 0)]
    [InlineData(float.PositiveInfinity, 255)]
    [InlineData(float.NegativeInfinity, 0)]
    public void Values_are_quantised_to_the_nearest_of_256_levels(float value, byte level) =>
        Assert.Equal(level, new InputEncoder(TensorShape.Of(1), InputEncoding.Current, 1, 0).Quantise(value));

    [Fact]
    public void Scale_and_offset_map_model_units_to_levels()
    {
        var encoder = new InputEncoder(TensorShape.Of(1), InputEncoding.Current, 2, -1);
        Assert.Equal(0, encoder.Quantise(-1));
        Assert.Equal(255, encoder.Quantise(1));
        Assert.Equal(128, encoder.Quantise(0));
    }
}
