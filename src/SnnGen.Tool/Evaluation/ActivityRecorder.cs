using System.Numerics;
using SnnGen.Spiking;
using SnnGen.Spiking.Simulation;

namespace SnnGen.Tool.Evaluation;

/// <summary>
/// What a network does on many inputs, summed as they come. All sums are of whole numbers, so that the order of the inputs and the
/// number of threads do not matter.
/// </summary>
/// <param name="network">The network.</param>
/// <param name="timeSteps">T of each inference.</param>
/// <param name="inputs">Number of inputs.</param>
/// <param name="classes">Their true classes, or null.</param>
internal sealed class ActivityRecorder(SpikingNetwork network, int timeSteps, int inputs, int[]? classes)
{
    private readonly long[] _correct = new long[timeSteps], _agreed = new long[timeSteps], _operations = new long[timeSteps];
    private readonly long[][] _stepSpikes = [.. network.Layers.Select(_ => new long[timeSteps])];
    private readonly long[][] _neuronSpikes = [.. network.Layers.Select(layer => new long[layer.Neurons])];
    private readonly long[] _layerOperations = new long[network.Layers.Count];
    private readonly double[][] _expected = new double[inputs][];
    private readonly float[][] _values = new float[inputs][];
    private long _steps;

    /// <summary>N.</summary>
    public int Inputs => inputs;

    /// <summary>The true classes, or null.</summary>
    public int[]? Classes => classes;

    /// <summary>What the reference decides, one an input.</summary>
    public int[] References { get; } = new int[inputs];

    /// <summary>What the network decides, one an input.</summary>
    public int[] Decisions { get; } = new int[inputs];

    /// <summary>Outputs of the reference, one array an input.</summary>
    public IReadOnlyList<double[]> Expected => _expected;

    /// <summary>Outputs of the network, empty where its readout spikes.</summary>
    public IReadOnlyList<float[]> Values => _values;

    /// <summary>Share of the inputs that are classified right after each step; null without classes.</summary>
    public double[]? AccuracyAfter => classes is null ? null : Mean(_correct);

    /// <summary>Share of the inputs that are decided as by the reference after each step.</summary>
    public double[] AgreementAfter => Mean(_agreed);

    /// <summary>Mean synaptic operations up to each step.</summary>
    public double[] OperationsUpTo => Mean(_operations);

    /// <summary>Mean synaptic operations of an inference in each layer.</summary>
    public double[] LayerOperations => Mean(_layerOperations);

    /// <summary>Mean spikes of a layer in each step.</summary>
    public double[] SpikesOf(int layer) => Mean(_stepSpikes[layer]);

    /// <summary>Spikes a step taken of each neuron of a layer.</summary>
    public double[] RatesOf(int layer) => [.. _neuronSpikes[layer].Select(spikes => (double)spikes / Math.Max(1, _steps))];

    /// <summary>Adds one inference. Safe to call from several threads.</summary>
    /// <param name="index">Number of the input.</param>
    /// <param name="reference">What the reference decides.</param>
    /// <param name="expected">The reference's outputs.</param>
    /// <param name="result">The inference, with its trace.</param>
    public void Record(int index, int reference, double[] expected, SimulationResult result)
    {
        (References[index], Decisions[index], _expected[index], _values[index]) = (reference, result.Class, expected, result.Values);
        Interlocked.Add(ref _steps, result.Steps);
        for (int step = 0; step < timeSteps; step++)
        {
            // After an early exit the decision stands.
            int taken = Math.Min(step, result.Steps - 1), decision = DecisionTrace.After(result, network.Output.Readout, taken);
            Interlocked.Add(ref _correct[step], decision == classes?[index] ? 1 : 0);
            Interlocked.Add(ref _agreed[step], decision == reference ? 1 : 0);
            Interlocked.Add(ref _operations[step], result.Trace[taken].SynapticOperations);
        }
        for (int layer = 0; layer < _neuronSpikes.Length; layer++)
        {
            Interlocked.Add(ref _layerOperations[layer], result.LayerOperations[layer]);
            Record(layer, result.Rasters[layer], result.Steps);
        }
    }

    private void Record(int layer, SpikeRaster raster, int steps)
    {
        for (int step = 0; step < steps; step++)
        {
            Interlocked.Add(ref _stepSpikes[layer][step], raster.CountFrame(step));
            ReadOnlySpan<ulong> frame = raster.Frame(step);
            for (int word = 0; word < frame.Length; word++)
                for (ulong rest = frame[word]; rest != 0; rest &= rest - 1)
                    Interlocked.Increment(ref _neuronSpikes[layer][word * 64 + BitOperations.TrailingZeroCount(rest)]);
        }
    }

    private double[] Mean(long[] sums) => [.. sums.Select(sum => (double)sum / inputs)];
}
