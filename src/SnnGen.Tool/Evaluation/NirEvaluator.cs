using System.Diagnostics;
using SnnGen.Conversion.Nir;
using SnnGen.Conversion.Nir.Quantization;
using SnnGen.Spiking.Simulation;

namespace SnnGen.Tool.Evaluation;

/// <summary>Runs a network of NIR as it came, in single precision, and in the numbers that were asked for, on the same inputs.</summary>
internal static class NirEvaluator
{
    /// <summary>The report; what it says of an ANN is of the network in single precision.</summary>
    public static EvaluationReport Evaluate(
        NirConversion conversion, SpikeInputs inputs, int[]? classes, double conversionSeconds, int threads, CancellationToken cancellation, ActivityRecorder? recorder = null)
    {
        var watch = Stopwatch.StartNew();
        var source = new SimulationResult[inputs.Count];
        var target = new SimulationResult[inputs.Count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        Parallel.For(0, inputs.Count, parallel, () => (new ReferenceSimulator(conversion.Source), new ReferenceSimulator(conversion.Network)), (i, _, simulators) =>
        {
            SimulationResult before = inputs.Run(simulators.Item1, i);
            SimulationResult after = ReferenceEquals(conversion.Source, conversion.Network) ? before : inputs.Run(simulators.Item2, i);
            recorder?.Record(i, before.Class, [.. before.Values.Select(value => (double)value)], after);
            (source[i], target[i]) = (Summary(before), Summary(after));
            return simulators;
        }, _ => { });
        double[] values = [.. source.SelectMany(result => result.Values).Select(value => (double)value)];
        double mean = values.DefaultIfEmpty().Average();
        return new EvaluationReport(
            classes is null ? null : Share(i => source[i].Class == classes[i]),
            classes is null ? null : Share(i => target[i].Class == classes[i]),
            Share(i => target[i].Class == source[i].Class),
            values.Length == 0 ? null : Math.Sqrt(source.Zip(target, (a, b) => a.Values.Zip(b.Values, (x, y) => (double)(x - y) * (x - y)).Average()).Average()),
            Math.Sqrt(values.Select(value => (value - mean) * (value - mean)).DefaultIfEmpty().Average()),
            conversion.Network.TimeSteps, target.Average(result => result.Steps), inputs.Count,
            target.Average(result => result.Spikes), target.Average(result => result.SynapticOperations),
            conversionSeconds, watch.Elapsed.TotalSeconds, [.. conversion.Network.Layers.Select((layer, l) => Entry(layer, l, target))], conversion.Mapping);

        double Share(Func<int, bool> holds) => (double)Enumerable.Range(0, inputs.Count).Count(holds) / inputs.Count;
    }

    // The potentials of each step are not needed, and many.
    private static SimulationResult Summary(SimulationResult result) => result with { Trace = [] };

    // Nothing is optimised: the network was trained as it is.
    private static LayerEntry Entry(Spiking.Layers.SpikingLayer layer, int index, SimulationResult[] results) => new(
        layer.Name, layer.Neurons, layer.Projections.Sum(projection => projection.Inputs), 0, 0, 0,
        results.Average(result => Enumerable.Range(0, result.Steps).Sum(step => (double)result.Rasters[index].CountFrame(step)) / result.Steps / layer.Neurons), 0);
}
