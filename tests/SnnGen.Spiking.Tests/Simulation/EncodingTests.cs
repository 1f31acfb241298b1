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
        SpikeRaster raster = SpikeEncoder.Rate([q], steps);
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
            SimulationResult spikes = simulator.Run(SpikeEncoder.Rate(image, network.TimeSteps));
            SimulationResult bytes = simulator.Run(image);
            Assert.Equal(spikes.Potentials, bytes.Potentials);
            Assert.Equal(spikes.SynapticOperations, bytes.SynapticOperations);
        }
    }

    [Theory]
    [InlineData(InputEncoding.Rate)]
    [InlineData(InputEncoding.Poisson)]
    [InlineData(InputEncoding.Latency)]
    public void Nothing_never_spikes_and_full_scale_counts_at_every_step(InputEncoding encoding)
    {
        var encoder = new InputEncoder(TensorShape.Of(2), encoding, 1, 0);
        SpikeRaster raster = SpikeEncoder.Encode(encoder, [0, 255], 9);
        Assert.Equal(0, raster.Count(0));
        Assert.True(raster[0, 1]);
        Assert.Equal(encoding == InputEncoding.Latency ? 1 : 9, raster.Count(1));
    }

    [Fact]
    public void A_random_input_spikes_with_its_probability_and_independently()
    {
        const int Steps = 2000, Inputs = 64;
        byte[] levels = [.. Enumerable.Repeat((byte)102, Inputs)];
        SpikeRaster raster = SpikeEncoder.Poisson(levels, Steps, seed: 5), other = SpikeEncoder.Poisson(levels, Steps, seed: 6);
        int[] counts = [.. Enumerable.Range(0, Inputs).Select(raster.Count)];
        // Binomial of mean 800 and deviation 22; of pairs of neighbours 320 and 16.
        Assert.All(counts, count => Assert.InRange(count, 690, 910));
        Assert.InRange(counts.Average(), 788, 812);
        double both = Enumerable.Range(1, Inputs - 1).Average(i => Enumerable.Range(0, Steps).Count(step => raster[step, i] && raster[step, i - 1]));
        Assert.InRange(both, 305, 335);
        double same = Enumerable.Range(0, Inputs).Average(i => Enumerable.Range(0, Steps).Count(step => raster[step, i] && other[step, i]));
        Assert.InRange(same, 305, 335);
    }

    [Fact]
    public void A_latency_coded_input_lasts_for_the_rounded_share_of_the_steps() => Gen.Select(Gen.Byte, Gen.Int[1, 300]).Sample((q, steps) =>
    {
        SpikeRaster raster = SpikeEncoder.Latency([q], steps);
        int[] times = [.. Enumerable.Range(0, steps).Where(step => raster[step, 0])];
        int lasting = times.Length == 0 ? 0 : steps - Assert.Single(times);
        Assert.InRange(Math.Abs(lasting - (q * (double)steps / 255)), 0, 0.5);
    }, threads: 1);

    [Fact]
    public void The_current_of_a_latency_coded_input_stays()
    {
        // q = 128 of T = 4: it begins after 2 steps and drives the other 2 as a full-scale current does.
        SpikingNetwork network = Chain.FixedPoint(new IntegrateAndFire(ResetMode.Subtract), 4, threshold: 255, encoding: InputEncoding.Latency);
        SimulationResult result = new ReferenceSimulator(network).Run([(byte)128]);
        Assert.Equal([2, 3], Enumerable.Range(0, 4).Where(step => result.Rasters[0][step, 0]));
        Assert.Equal(1 + 2, result.SynapticOperations);
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
