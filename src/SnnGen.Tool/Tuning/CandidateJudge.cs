using SnnGen.Conversion;
using SnnGen.Conversion.Analog;
using SnnGen.Conversion.Calibration;
using SnnGen.Conversion.Quantization;
using SnnGen.Spiking;
using SnnGen.Spiking.Simulation;
using SnnGen.Tool.Evaluation;

namespace SnnGen.Tool.Tuning;

/// <summary>Converts a candidate on one part of the data and judges it on another, once for all margins of its exit.</summary>
/// <param name="analog">The ANN.</param>
/// <param name="data">Both parts.</param>
/// <param name="options">The user's settings, of which a candidate replaces some.</param>
/// <param name="modelFile">The model's file, for errors.</param>
internal sealed class CandidateJudge(AnalogNetwork analog, TuningData data, ConversionOptions options, string modelFile)
{
    private AnalogOutcome[]? _ann;

    /// <summary>One point for all steps and one for each margin.</summary>
    public TuningPoint[] Judge(Candidate candidate, CancellationToken cancellation)
    {
        ConversionOptions own = options with
        {
            TimeSteps = candidate.TimeSteps, Keep = candidate.Keep, Weights = candidate.Weights, Exit = ExitRule.Never,
        };
        SpikingNetwork network = ModelConverter.Convert(analog, data.Calibration, own, modelFile, null, cancellation).Network;
        InputBatch inputs = data.Held(network.Input);
        AnalogOutcome[] ann = _ann ??= AnalogOutcome.Run(analog, inputs, cancellation);
        double?[] margins = options.Readout == Readout.Potential && analog.OutputSize > 1 ? [null, .. ExitMargins.Around(ann)] : [null];
        ExitTest[] exits = [.. margins.Select(margin => new ExitTest(network with { Output = network.Output with { Exit = ExitOf(margin) } }))];
        var outcomes = new ExitOutcome[inputs.Count][];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellation };
        Parallel.For(0, inputs.Count, parallel, () => new ReferenceSimulator(network), (i, _, simulator) =>
        {
            SimulationResult result = inputs.Simulate(simulator, i);
            outcomes[i] = [.. exits.Select(exit => ExitOutcome.Of(result, exit))];
            return simulator;
        }, _ => { });
        return [.. margins.Select((margin, m) => Point(candidate, margin, network, ann, [.. outcomes.Select(outcome => outcome[m])]))];

        EarlyExit ExitOf(double? margin) => margin is { } lead
            ? ExitSettings.Choose(own with { Exit = ExitRule.Confident, ExitMargin = lead }, network.Output.Scale, network.Arithmetic)
            : EarlyExit.Never;
    }

    private TuningPoint Point(Candidate candidate, double? margin, SpikingNetwork network, AnalogOutcome[] ann, ExitOutcome[] snn)
    {
        double[] losses = [.. snn.Select((outcome, i) => 100.0 * (Right(ann[i].Class, i) - Right(outcome.Class, i)))];
        double loss = losses.Average(), steps = snn.Average(outcome => outcome.Steps);
        double error = Math.Sqrt(losses.Average(value => (value - loss) * (value - loss)) / losses.Length);
        long bits = network.Layers.Sum(layer => layer.Projections.Sum(projection => (long)projection.Connection.Weights.Count)) * candidate.WeightBits;
        return new TuningPoint(
            candidate.TimeSteps, candidate.Keep, candidate.Weights, margin, snn.Select((outcome, i) => Right(outcome.Class, i)).Average(), loss, error,
            snn.Average(outcome => outcome.SynapticOperations), steps, snn.Average(outcome => outcome.Spikes),
            steps * network.Layers.Sum(layer => layer.Neurons), (bits + 7) / 8);

        double Right(int decision, int i) => decision == (data.HeldClasses is { } classes ? classes[i] : ann[i].Class) ? 1 : 0;
    }
}
