using System.Diagnostics;
using SnnGen.Conversion;
using SnnGen.Conversion.Analog;
using SnnGen.Conversion.Calibration;
using SnnGen.Spiking.Simulation;

namespace SnnGen.Tool.Evaluation;

/// <summary>Runs the ANN and the reference simulator of its spiking twin on the same inputs.</summary>
internal static class Evaluator
{
    /// <summary>Accuracy where there are <paramref name="classes"/>, agreement, and activity. Each inference is also given to <paramref name="recorder"/>.</summary>
    public static EvaluationReport Evaluate(
        AnalogNetwork analog, ConversionReport conversion, InputBatch inputs, int[]? classes,
        double conversionSeconds, int threads, CancellationToken cancellation, ActivityRecorder? recorder = null)
    {
        var watch = Stopwatch.StartNew();
        AnalogOutcome[] ann = AnalogOutcome.Run(analog, inputs, cancellation);
        var snn = new SnnOutcome[inputs.Count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        Parallel.For(0, inputs.Count, parallel, () => new ReferenceSimulator(conversion.Network), (i, _, simulator) =>
        {
            SimulationResult result = inputs.Simulate(simulator, i);
            recorder?.Record(i, ann[i].Class, ann[i].Values, result);
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

    private readonly record struct SnnOutcome(int Class, double? SquaredError, long Spikes, long SynapticOperations, int Steps);
}
