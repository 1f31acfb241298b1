using SnnGen.Spiking;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;
using SnnGen.Spiking.Simulation;

namespace SnnGen.Generators.Tests.Agreement.Portable;

/// <summary>Compares a class of the portable profile with the reference simulator, bit for bit, through every entry point.</summary>
internal sealed class PortableAgreementCheck(SpikingNetwork network, IPortableRunner runner, int seed, InputPattern pattern = InputPattern.Random)
{
    private readonly CheckInputs _inputs = new(network, seed, pattern);
    private readonly ReferenceSimulator _reference = new(network);

    // Whoever steps decides alone when to stop.
    private readonly ReferenceSimulator _stepped = new(network with { Output = network.Output with { Exit = EarlyExit.Never } });

    public void All()
    {
        SpikesAgree(_inputs.Raster());
        if (network.Input.Encoding == InputEncoding.Events)
            return;
        byte[] bytes = _inputs.Bytes();
        RunsAgree(_reference.Run(bytes), runner.Run(bytes));
        AssertSteps(_stepped.Run(bytes), runner.HoldAndStep(bytes, network.TimeSteps));
        if (network.Arithmetic is Float32Arithmetic)
        {
            float[] floats = _inputs.Floats();
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
        int other = unchecked(seed * 7919) & int.MaxValue;
        SpikingNetwork seeded = network with { Input = network.Input with { Seed = other } };
        runner.SetSeed(other);
        AssertEqual(new ReferenceSimulator(seeded).Run(bytes), runner.Run(bytes));
        runner.SetSeed(network.Input.Seed);
    }

    /// <summary>Compares runs on spikes.</summary>
    public void SpikesAgree(SpikeRaster raster)
    {
        int[][] frames = [.. Enumerable.Range(0, network.TimeSteps).Select(step => Neurons(raster, step))];
        // The arrays may be longer than their contents.
        int[] steps = [.. frames.SelectMany((frame, step) => frame.Select(_ => step)), -7], inputs = [.. frames.SelectMany(frame => frame), -7];
        RunsAgree(_reference.Run(raster), runner.Run(steps, inputs, steps.Length - 1));
        AssertSteps(_stepped.Run(raster), runner.Step(frames));
    }

    private void AssertSteps(SimulationResult expected, PortableOutcome[] steps)
    {
        AssertEqual(expected, steps[^1]);
        for (int layer = 0; layer < network.Layers.Count; layer++)
        {
            Assert.Equal(expected.LayerPotentials[layer].Select(Bits), steps[^1].LayerPotentials[layer].Select(Bits));
            if (steps[^1].LayerCurrents[layer].Length > 0)
                Assert.Equal(expected.LayerCurrents[layer].Select(Bits), steps[^1].LayerCurrents[layer].Select(Bits));
        }
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
}
