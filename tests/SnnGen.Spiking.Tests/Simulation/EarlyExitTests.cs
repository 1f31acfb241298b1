using CsCheck;
using SnnGen.Generators.Tests.Networks;
using SnnGen.Spiking.NetworkFile;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;
using SnnGen.Spiking.Simulation;
using static SnnGen.Generators.Tests.Networks.TensorOf;

namespace SnnGen.Spiking.Tests.Simulation;

public class EarlyExitTests
{
    private const int Seeds = 400;

    [Fact]
    public void An_exact_exit_gives_the_class_of_all_steps_on_networks_of_every_kind()
    {
        int networks = 0, early = 0;
        for (int seed = 1; seed < Seeds; seed += 2)
        {
            SpikingNetwork full = WithExit(RandomNetwork.Create(seed), EarlyExit.Never);
            full = full with { Arithmetic = (FixedPointArithmetic)full.Arithmetic with { PotentialBits = 31 } };
            SpikingNetwork exact = WithExit(full, EarlyExit.Exact);
            if (!IsValid(exact))
                continue;
            networks++;
            for (int run = 0; run < 6; run++)
            {
                SpikeRaster input = Raster(new Random(seed * 10 + run), full.TimeSteps, full.InputSize, run / 5.0);
                SimulationResult expected = new ReferenceSimulator(full).Run(input), actual = new ReferenceSimulator(exact).Run(input);
                Assert.Equal(expected.Class, actual.Class);
                Assert.Equal(full.TimeSteps, expected.Steps);
                early += actual.Steps < full.TimeSteps ? 1 : 0;
            }
        }
        Assert.InRange(networks, 40, Seeds);
        Assert.InRange(early, 100, 6 * Seeds);
    }

    [Fact]
    public void An_exact_exit_happens_exactly_when_no_input_that_may_follow_changes_the_class() =>
        Gen.Select(Gen.Int[0, int.MaxValue], Gen.Int[0, 8]).Sample((seed, bias) =>
        {
            const int Inputs = 3, Outputs = 3, Steps = 3, Patterns = 1 << Inputs;
            var random = new Random(seed);
            SpikingNetwork network = Readout(
                [.. Enumerable.Range(0, Inputs * Outputs).Select(_ => random.Next(-3, 4))],
                [.. Enumerable.Range(0, Outputs).Select(_ => 255 * random.Next(-bias, bias + 1))], Steps);
            var exact = new ReferenceSimulator(WithExit(network, EarlyExit.Exact));
            var full = new ReferenceSimulator(network);
            int all = (int)Math.Pow(Patterns, Steps);
            int[] classes = [.. Enumerable.Range(0, all).Select(code => full.Run(Spikes(code, Steps, Inputs)).Class)];
            for (int code = 0; code < all; code++)
            {
                // The first step is the lowest digit: what may follow t steps is all codes of the same remainder.
                int first = Enumerable.Range(1, Steps).First(t => t == Steps || Same(classes, code, (int)Math.Pow(Patterns, t)));
                Assert.Equal(first, exact.Run(Spikes(code, Steps, Inputs)).Steps);
            }
        }, iter: 40, threads: 1);

    [Fact]
    public void A_run_that_is_longer_than_the_network_never_exits_exactly()
    {
        SpikingNetwork network = WithExit(Readout([0, 0], [0, 7], timeSteps: 4), EarlyExit.Exact);
        Assert.Equal(1, new ReferenceSimulator(network).Run(new SpikeRaster(4, 1)).Steps);
        Assert.Equal(5, new ReferenceSimulator(network).Run(new SpikeRaster(5, 1)).Steps);
    }

    [Fact]
    public void A_confident_exit_happens_at_the_first_step_that_reaches_the_margin()
    {
        int early = 0;
        for (int seed = 0; seed < Seeds; seed++)
        {
            SpikingNetwork full = RandomNetwork.Create(seed);
            var random = new Random(seed);
            SpikeRaster input = Raster(random, full.TimeSteps, full.InputSize, 0.4);
            SimulationResult[] steps = [.. Enumerable.Range(1, full.TimeSteps).Select(t => new ReferenceSimulator(full).Run(Prefix(input, t)))];
            double margin = Lead(steps[random.Next(steps.Length)].Potentials, full.Arithmetic);
            SpikingNetwork confident = WithExit(full, EarlyExit.Confident(margin));
            if (!IsValid(confident))
                continue;
            int expected = Enumerable.Range(1, full.TimeSteps)
                .First(t => t == full.TimeSteps || Lead(steps[t - 1].Potentials, full.Arithmetic) >= margin);
            SimulationResult actual = new ReferenceSimulator(confident).Run(input);
            Assert.Equal(expected, actual.Steps);
            Assert.Equal(steps[expected - 1].Potentials, actual.Potentials);
            Assert.Equal(steps[expected - 1].Values, actual.Values);
            Assert.Equal(steps[expected - 1].Spikes, actual.Spikes);
            Assert.Equal(steps[expected - 1].SynapticOperations, actual.SynapticOperations);
            early += expected < full.TimeSteps ? 1 : 0;
        }
        Assert.InRange(early, 60, Seeds);
    }

    [Fact]
    public void A_margin_that_is_reached_only_within_rounding_counts_as_single_precision_rounds()
    {
        // 1 − 2⁻³⁰ rounds to 1.
        SpikingNetwork network = new(
            "readout", new Float32Arithmetic(), 3, new InputEncoder(TensorShape.Of(1), InputEncoding.Events, 1, 0),
            new EquatableArray<Layers.SpikingLayer>([DenseLayers.Create(0, "readout", 1, 2, Floats(0, 0), Floats(1, 1f / (1 << 30)), Floats(1), Floats(0), new Integrator())]),
            default, default);
        Assert.Equal(1, new ReferenceSimulator(WithExit(network, EarlyExit.Confident(1))).Run(new SpikeRaster(3, 1)).Steps);
    }

    [Theory]
    [InlineData(0, 1, 2)]
    [InlineData(1, 0, 1)]
    public void Of_equal_outputs_only_the_first_may_be_proven_to_win(int first, int second, int steps)
    {
        // A spike of the last step is worth as much as the leader is ahead.
        SpikingNetwork network = Readout([second, first], [0, 0], timeSteps: 2, start: [first * 255, second * 255]);
        Assert.Equal(steps, new ReferenceSimulator(WithExit(network, EarlyExit.Exact)).Run(new SpikeRaster(2, 1)).Steps);
    }

    private static bool Same(int[] classes, int code, int modulus)
    {
        int[] reachable = [.. Enumerable.Range(0, classes.Length).Where(other => other % modulus == code % modulus).Select(other => classes[other])];
        return reachable.All(other => other == reachable[0]);
    }

    private static SpikeRaster Spikes(int code, int steps, int inputs)
    {
        var raster = new SpikeRaster(steps, inputs);
        for (int step = 0; step < steps; step++)
            for (int i = 0; i < inputs; i++)
                raster[step, i] = (code >> (step * inputs) + i & 1) != 0;
        return raster;
    }

    private static SpikeRaster Raster(Random random, int steps, int inputs, double rate)
    {
        var raster = new SpikeRaster(steps, inputs);
        for (int step = 0; step < steps; step++)
            for (int i = 0; i < inputs; i++)
                raster[step, i] = random.NextDouble() < rate;
        return raster;
    }

    private static SpikeRaster Prefix(SpikeRaster raster, int steps)
    {
        var prefix = new SpikeRaster(steps, raster.Neurons);
        for (int step = 0; step < steps; step++)
            for (int i = 0; i < raster.Neurons; i++)
                prefix[step, i] = raster[step, i];
        return prefix;
    }

    private static double Lead(double[] potentials, Arithmetic arithmetic)
    {
        double[] sorted = [.. potentials.OrderDescending()];
        if (potentials.Any(double.IsNaN) || potentials.Length < 2)
            return double.NaN;
        return arithmetic is Float32Arithmetic ? (float)sorted[0] - (float)sorted[1] : sorted[0] - sorted[1];
    }

    private static SpikingNetwork Readout(int[] weights, int[] bias, int timeSteps, int[]? start = null)
    {
        int outputs = bias.Length, inputs = weights.Length / outputs;
        return new SpikingNetwork(
            "readout", new FixedPointArithmetic(3, 31), timeSteps, new InputEncoder(TensorShape.Of(inputs), InputEncoding.Events, 1, 0),
            new EquatableArray<Layers.SpikingLayer>(
            [
                DenseLayers.Create(0, "readout", inputs, outputs, Integers(weights), Integers(bias), Integers(1), Integers(start ?? [0]), new Integrator()),
            ]),
            default, default);
    }

    private static SpikingNetwork WithExit(SpikingNetwork network, EarlyExit exit) =>
        network with { Output = network.Output with { Exit = exit } };

    private static bool IsValid(SpikingNetwork network)
    {
        try
        {
            NetworkValidator.Validate(network);
            return true;
        }
        catch (NetworkFileException)
        {
            return false;
        }
    }
}
