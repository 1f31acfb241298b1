using SnnGen.Spiking;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;
using SnnGen.Spiking.Simulation;

namespace SnnGen.Generators.Tests.Agreement.Portable;

/// <summary>Compares a class of the portable profile with the reference simulator, bit for bit, through every entry point.</summary>
internal sealed class PortableAgreementCheck(SpikingNetwork network, IPortableRunner runner, int seed)
{
    private readonly Random _random = new(seed);
    private readonly ReferenceSimulator _reference = new(network);

    // Whoever steps decides alone when to stop.
    private readonly ReferenceSimulator _stepped = new(network with { Output = network.Output with { Exit = EarlyExit.Never } });

    public void All()
    {
        SpikesAgree();
        if (network.Input.Encoding == InputEncoding.Events)
            return;
        byte[] bytes = Bytes();
        RunsAgree(_reference.Run(bytes), runner.Run(bytes));
        AssertSteps(_stepped.Run(bytes), runner.HoldAndStep(bytes, network.TimeSteps));
        if (network.Arithmetic is Float32Arithmetic)
        {
            float[] floats = Floats();
            RunsAgree(_reference.Run(floats), runner.Run(floats));
            AssertSteps(_stepped.Run(floats), runner.HoldAndStep(floats, network.TimeSteps));
        }
        if (network.Input.Encoding == InputEncoding.Poisson)
            SeedsAgree(bytes);
    }

    private void RunsAgree(SimulationResult expected, PortableOutcome actual)
    {
        AssertEqual(expected, actual);
        Assert.Equal(expected.Class, actual.Returned);
        Assert.Equal(expected.Steps, actual.StepCount);
    }

    private void SeedsAgree(byte[] bytes)
    {
        int other = _random.Next();
        SpikingNetwork seeded = network with { Input = network.Input with { Seed = other } };
        runner.SetSeed(other);
        AssertEqual(new ReferenceSimulator(seeded).Run(bytes), runner.Run(bytes));
        runner.SetSeed(network.Input.Seed);
    }

    private void SpikesAgree()
    {
        var raster = new SpikeRaster(network.TimeSteps, network.InputSize);
        double rate = _random.NextDouble();
        for (int step = 0; step < network.TimeSteps; step++)
            for (int i = 0; i < network.InputSize; i++)
                raster[step, i] = _random.NextDouble() < rate;
        int[][] frames = [.. Enumerable.Range(0, network.TimeSteps).Select(step => Neurons(raster, step))];
        // The arrays may be longer than their contents.
        int[] steps = [.. frames.SelectMany((frame, step) => frame.Select(_ => step)), -7], inputs = [.. frames.SelectMany(frame => frame), -7];
        RunsAgree(_reference.Run(raster), runner.Run(steps, inputs, steps.Length - 1));
        AssertSteps(_stepped.Run(raster), runner.Step(frames));
    }

    private void AssertSteps(SimulationResult expected, PortableOutcome[] steps)
    {
        AssertEqual(expected, steps[^1]);
        long spikes = 0;
        SpikeRaster[] rasters = [.. expected.Rasters.Where((_, layer) => network.Layers[layer].Neuron is SpikingNeuron)];
        for (int step = 0; step < steps.Length; step++)
        {
            for (int layer = 0; layer < steps[step].LayerSpikes.Length; layer++)
            {
                Assert.Equal(Neurons(rasters[layer], step), steps[step].LayerSpikes[layer]);
                spikes += rasters[layer].CountFrame(step);
            }
            Assert.Equal(spikes, steps[step].Spikes);
            Assert.Equal(step + 1, steps[step].StepCount);
            Assert.Equal(step == 0 || steps[step].Class != steps[step - 1].Class, steps[step].IsNews);
        }
    }

    private void AssertEqual(SimulationResult expected, PortableOutcome actual)
    {
        Assert.Equal(expected.Potentials.Select(Bits), actual.Potentials.Select(Bits));
        if (network is { Arithmetic: Float32Arithmetic, Output.Readout: Readout.Potential })
            Assert.Equal(expected.Values.Select(value => Bits(value)), actual.Values.Select(value => Bits(value)));
        Assert.Equal(expected.Scores, actual.Scores);
        Assert.Equal(expected.Class, actual.Class);
        Assert.Equal(expected.SynapticOperations, actual.SynapticOperations);
        Assert.Equal(expected.Spikes, actual.Spikes);
        Assert.Equal(Bits(Margin(expected)), Bits(actual.Margin));
    }

    private double Margin(SimulationResult result)
    {
        bool hasScores = network.Output.Readout != Readout.Potential;
        double[] values = hasScores ? [.. result.Scores] : result.Potentials;
        double best = values[result.Class];
        if (values.Length == 1)
            return best;
        double second = values.Where((_, index) => index != result.Class).Max();
        return network.Arithmetic is Float32Arithmetic && !hasScores ? (float)best - (float)second : best - second;
    }

    private static int[] Neurons(SpikeRaster raster, int step) => [.. Enumerable.Range(0, raster.Neurons).Where(i => raster[step, i])];

    // All NaN are one: IEEE 754 leaves their payload open.
    private static long Bits(double value) => BitConverter.DoubleToInt64Bits(double.IsNaN(value) ? double.NaN : value);

    private byte[] Bytes() => [.. Enumerable.Range(0, network.InputSize).Select(_ => _random.Next(4) switch
    {
        0 => (byte)0,
        1 => (byte)255,
        _ => (byte)_random.Next(256),
    })];

    private float[] Floats() => [.. Enumerable.Range(0, network.InputSize).Select(_ => _random.Next(12) switch
    {
        0 => network.Input.Offset,
        1 => -1000f,
        2 => 1000f,
        3 when seed % 7 == 0 => float.NaN,
        4 when seed % 7 == 1 => float.PositiveInfinity,
        _ => network.Input.Offset + network.Input.Scale * (_random.NextSingle() * 1.2f - 0.1f),
    })];
}
