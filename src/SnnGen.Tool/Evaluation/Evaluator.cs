using System.Diagnostics;
using MathNet.Numerics.LinearAlgebra;
using SnnGen.Conversion;
using SnnGen.Conversion.Analog;
using SnnGen.Conversion.Calibration;
using SnnGen.Spiking.Simulation;

namespace SnnGen.Tool.Evaluation;

/// <summary>Runs the ANN and the reference simulator of its spiking twin on the same labelled inputs.</summary>
internal static class Evaluator
{
    private const int Chunk = 500;

    /// <summary>Accuracy, agreement and activity.</summary>
    public static EvaluationReport Evaluate(
        AnalogNetwork analog, ConversionReport conversion, InputBatch inputs, int[] classes,
        double conversionSeconds, int threads, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        int[] annClasses = Classify(analog, inputs, cancellation);
        var results = new (int Class, long Spikes, long SynapticOperations)[inputs.Count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        Parallel.For(0, inputs.Count, parallel, () => new ReferenceSimulator(conversion.Network), (i, _, simulator) =>
        {
            SimulationResult result = inputs.Simulate(simulator, i);
            results[i] = (result.Class, result.Spikes, result.SynapticOperations);
            return simulator;
        }, _ => { });
        return new EvaluationReport(
            Share(i => annClasses[i] == classes[i]),
            Share(i => results[i].Class == classes[i]),
            Share(i => results[i].Class == annClasses[i]),
            conversion.Network.TimeSteps, inputs.Count,
            results.Average(r => r.Spikes), results.Average(r => r.SynapticOperations),
            conversionSeconds, watch.Elapsed.TotalSeconds, [.. conversion.Layers.Select(LayerEntry.From)]);

        double Share(Func<int, bool> holds) => (double)Enumerable.Range(0, inputs.Count).Count(holds) / inputs.Count;
    }

    private static int[] Classify(AnalogNetwork analog, InputBatch inputs, CancellationToken cancellation)
    {
        var classes = new int[inputs.Count];
        for (int start = 0; start < inputs.Count; start += Chunk)
        {
            cancellation.ThrowIfCancellationRequested();
            Matrix<double> logits = AnalogForward.Logits(analog, inputs.ToMatrix(start, Math.Min(Chunk, inputs.Count - start)));
            for (int i = 0; i < logits.RowCount; i++)
                classes[start + i] = logits.Row(i).MaximumIndex();
        }
        return classes;
    }
}
