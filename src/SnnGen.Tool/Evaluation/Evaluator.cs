using System.Diagnostics;
using MathNet.Numerics.LinearAlgebra;
using SnnGen.Conversion;
using SnnGen.Conversion.Analog;
using SnnGen.Conversion.Calibration;
using SnnGen.Spiking;
using SnnGen.Spiking.Simulation;

namespace SnnGen.Tool.Evaluation;

/// <summary>Runs the ANN and the reference simulator of its spiking twin on the same inputs.</summary>
internal static class Evaluator
{
    private const int Chunk = 500;

    /// <summary>Accuracy where there are <paramref name="classes"/>, agreement, and activity.</summary>
    public static EvaluationReport Evaluate(
        AnalogNetwork analog, ConversionReport conversion, InputBatch inputs, int[]? classes,
        double conversionSeconds, int threads, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        (int Class, double[] Values)[] ann = RunAnn(analog, inputs, cancellation);
        var snn = new SnnOutcome[inputs.Count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        Parallel.For(0, inputs.Count, parallel, () => new ReferenceSimulator(conversion.Network), (i, _, simulator) =>
        {
            SimulationResult result = inputs.Simulate(simulator, i);
            double? squared = result.Values.Length == 0 ? null : result.Values.Zip(ann[i].Values, (value, expected) => (value - expected) * (value - expected)).Average();
            snn[i] = new SnnOutcome(result.Class, squared, result.Spikes, result.SynapticOperations, result.Steps);
            return simulator;
        }, _ => { });
        double mean = ann.Average(outcome => outcome.Values.Average());
        return new EvaluationReport(
            classes is null ? null : Share(i => ann[i].Class == classes[i]),
            classes is null ? null : Share(i => snn[i].Class == classes[i]),
            Share(i => snn[i].Class == ann[i].Class),
            snn.Average(outcome => outcome.SquaredError) is { } error ? Math.Sqrt(error) : null,
            Math.Sqrt(ann.Average(outcome => outcome.Values.Average(value => (value - mean) * (value - mean)))),
            conversion.Network.TimeSteps, snn.Average(outcome => outcome.Steps), inputs.Count,
            snn.Average(outcome => outcome.Spikes), snn.Average(outcome => outcome.SynapticOperations),
            conversionSeconds, watch.Elapsed.TotalSeconds, [.. conversion.Layers.Select(LayerEntry.From)], conversion.Mapping);

        double Share(Func<int, bool> holds) => (double)Enumerable.Range(0, inputs.Count).Count(holds) / inputs.Count;
    }

    private static (int Class, double[] Values)[] RunAnn(AnalogNetwork analog, InputBatch inputs, CancellationToken cancellation)
    {
        var outcomes = new (int, double[])[inputs.Count];
        for (int start = 0; start < inputs.Count; start += Chunk)
        {
            cancellation.ThrowIfCancellationRequested();
            Matrix<double> logits = AnalogForward.Logits(analog, inputs.ToMatrix(start, Math.Min(Chunk, inputs.Count - start)));
            for (int i = 0; i < logits.RowCount; i++)
                outcomes[start + i] = (logits.Row(i).MaximumIndex(), [.. logits.Row(i).Select(u => analog.Output.Apply(u))]);
        }
        return outcomes;
    }

    private readonly record struct SnnOutcome(int Class, double? SquaredError, long Spikes, long SynapticOperations, int Steps);
}
