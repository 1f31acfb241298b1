using SnnGen.Spiking;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;
using SnnGen.Spiking.Simulation;
using Xunit;

namespace SnnGen.Generators.Tests.Agreement;

/// <summary>Compares a generated class with the reference simulator, bit for bit, through every entry point.</summary>
internal sealed class AgreementCheck(SpikingNetwork network, INetworkRunner runner, int seed, InputPattern pattern = InputPattern.Random)
{
    private readonly CheckInputs _inputs = new(network, seed, pattern);
    private readonly ReferenceSimulator _reference = new(network);

    // Who steps a network decides when to stop.
    private readonly ReferenceSimulator _stepped = new(network with { Output = network.Output with { Exit = EarlyExit.Never } });

    public void All()
    {
        SpikesAgree(_inputs.Raster());
        EncodersAgree();
        if (network.Input.Encoding != InputEncoding.Events)
            ValuesAgree();
    }

    private void ValuesAgree()
    {
        byte[] bytes = _inputs.Bytes();
        float[] floats = _inputs.Floats();
        SimulationResult expectedOfBytes = _reference.Run(bytes), expectedOfFloats = _reference.Run(floats);
        AssertEqual(expectedOfBytes, runner.Run(bytes));
        AssertEqual(expectedOfFloats, runner.Run(floats));
        if (network.Input.Encoding != InputEncoding.Current)
            return;
        AssertSteps(_stepped.Run(bytes), runner.HoldAndStep(bytes, network.TimeSteps));
        AssertSteps(_stepped.Run(floats), runner.HoldAndStep(floats, network.TimeSteps));
        float[] sequence = [.. Enumerable.Range(0, network.TimeSteps).SelectMany(_ => _inputs.Floats())];
        AssertEqual(_reference.RunSequence(sequence), runner.RunSequence(sequence));
        AssertSteps(_stepped.RunSequence(sequence), runner.StepSequence([.. sequence.Chunk(network.InputSize)]));
    }

    /// <summary>Compares runs on spikes.</summary>
    public void SpikesAgree(SpikeRaster raster)
    {
        SimulationResult expected = _reference.Run(raster);

        int[] steps = [.. Enumerable.Range(0, network.TimeSteps)], inputs = [.. Enumerable.Range(0, network.InputSize)];
        AssertEqual(expected, runner.RunTrain([.. steps.Select(step => inputs.Select(i => raster[step, i]).ToArray())]));
        AssertEqual(expected, runner.RunEvents(
            [.. steps.SelectMany(step => inputs.Where(i => raster[step, i]).Select(i => (step, i))).Reverse()]));
        AssertSteps(_stepped.Run(raster), runner.StepFrames([.. steps.Select(step => raster.Frame(step).ToArray())]));
    }

    private void EncodersAgree()
    {
        byte[] bytes = _inputs.Bytes();
        float[] floats = _inputs.Floats();
        AssertFrames(SpikeEncoder.Encode(network.Input, bytes, network.TimeSteps), runner.Encode(bytes));
        byte[] levels = [.. floats.Select(network.Input.Quantise)];
        AssertFrames(SpikeEncoder.Encode(network.Input, levels, network.TimeSteps), runner.Encode(floats));
    }

    private static void AssertFrames(SpikeRaster expected, ulong[][] actual)
    {
        Assert.Equal(expected.TimeSteps, actual.Length);
        for (int step = 0; step < actual.Length; step++)
            Assert.Equal(expected.Frame(step), actual[step]);
    }

    private void AssertSteps(SimulationResult expected, Outcome[] steps)
    {
        AssertEqual(expected, steps[^1]);
        for (int layer = 0; layer < network.Layers.Count; layer++)
            Assert.Equal(expected.LayerPotentials[layer].Select(Bits), steps[^1].LayerPotentials[layer].Select(Bits));
        long spikes = 0;
        SpikeRaster[] rasters = [.. expected.Rasters.Where((_, layer) => network.Layers[layer].Neuron is SpikingNeuron)];
        for (int step = 0; step < steps.Length; step++)
        {
            for (int layer = 0; layer < steps[step].HiddenSpikes.Length; layer++)
            {
                Assert.Equal(rasters[layer].Frame(step), steps[step].HiddenSpikes[layer]);
                spikes += rasters[layer].CountFrame(step);
            }
            Assert.Equal(spikes, steps[step].Spikes);
            Assert.Equal(step == 0 || steps[step].Class != steps[step - 1].Class, steps[step].IsNews);
        }
    }

    private void AssertEqual(SimulationResult expected, Outcome actual)
    {
        Assert.Equal(expected.Potentials.Select(Bits), actual.Potentials.Select(Bits));
        Assert.Equal(expected.Values.Select(value => Bits(value)), actual.Values.Select(value => Bits(value)));
        Assert.Equal(expected.Scores, actual.Scores);
        Assert.Equal(expected.Class, actual.Class);
        Assert.Equal(expected.Steps, actual.Steps);
        Assert.Equal(expected.SynapticOperations, actual.SynapticOperations);
        Assert.Equal(expected.Spikes, actual.Spikes);
        Assert.Equal(Bits(Margin(expected)), Bits(actual.Margin));
    }

    private double Margin(SimulationResult result)
    {
        if (network.Output.Readout != Readout.Potential)
            return ScoreMargin(result);
        double best = result.Potentials[result.Class];
        if (result.Potentials.Length == 1)
            return best;
        double second = result.Potentials.Where((_, index) => index != result.Class).Max();
        return network.Arithmetic is Float32Arithmetic ? (float)best - (float)second : Math.Min(int.MaxValue, best - second);
    }

    // The score of the best minus that of the second: the best among the others.
    private static double ScoreMargin(SimulationResult result) =>
        result.Scores[result.Class] - result.Scores.Where((_, index) => index != result.Class).DefaultIfEmpty(0).Max();

    // All NaN are one: IEEE 754 leaves their payload open.
    private static long Bits(double value) => BitConverter.DoubleToInt64Bits(double.IsNaN(value) ? double.NaN : value);
}
