using System.Diagnostics;
using SnnGen.Conversion.Calibration;
using SnnGen.Conversion.LinearPrograms;
using SnnGen.Conversion.LinearPrograms.Solving;
using SnnGen.Conversion.Pruning;
using SnnGen.Conversion.Quantization;
using SnnGen.Conversion.TuningCurves;
using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Conversion.Assembly;

/// <summary>The layers converted so far, and the next one: stated, pruned, solved, quantised and recorded.</summary>
internal sealed class LayerwiseConversion(
    CalibratedNetwork calibrated, PruningPlan pruning, SpikingNeuron neuron, TuningCurve curve, Arithmetic arithmetic, ConversionOptions options,
    ParallelOptions parallel)
{
    private readonly LayerProblemBuilder _builder = new(neuron, curve, options.Anchor);
    private readonly LayerRecorder _recorder = new(
        calibrated.Inputs, arithmetic, options.TimeSteps, source => SpikeDelays.Of(source, options), parallel);
    private readonly RateCode _inputCode = RateCode.Uniform(1, calibrated.Inputs.Encoder.Scale, calibrated.Inputs.Encoder.Offset);
    private readonly List<SpikingLayer> _layers = [];
    private readonly List<LayerReport> _reports = [];

    /// <summary>The layers.</summary>
    public IReadOnlyList<SpikingLayer> Layers => _layers;

    /// <summary>One report a layer.</summary>
    public IReadOnlyList<LayerReport> Reports => _reports;

    /// <summary>Units of the last layer's preactivation per unit of its potential.</summary>
    public double OutputScale { get; private set; }

    /// <summary>Converts the next layer.</summary>
    public void Convert(CalibratedLayer layer)
    {
        var watch = Stopwatch.StartNew();
        bool isHostDriven = neuron is LoihiNeuron && options.Encoding == InputEncoding.Current
            && layer.Layer.Projections.Any(projection => projection.Source == Projection.NetworkInput);
        SpikingNeuron acting = isHostDriven ? ((LoihiNeuron)neuron) with { CurrentDecay = LoihiNeuron.LargestDecay } : neuron;
        LayerProblem problem = BuilderOf(acting).Build(layer, CodeOf, _recorder);
        if (pruning.KeptBy(_layers.Count) is { } kept)
            problem = PruneSource(problem, kept);
        SynapseConstraints constraints = layer.Code is null ? options.Constraints.OfReadout() : options.Constraints;
        ILayerSolver solver = SolverOf(options.Objective, constraints);
        LayerSolution[] solutions =
            [.. problem.Programs.Select(program => solver.Solve(program, options.Threads, parallel.CancellationToken))];
        NeuronSetting setting = layer.Code is null
            ? ReadoutSettings.Choose(options.Readout, layer.Preactivations, options.TimeSteps)
            : NeuronSetting.Hidden(acting, options.Constraints.SharesScale);
        QuantizedLayer quantized = neuron is LoihiNeuron
            ? LoihiQuantizer.Quantize(
                problem, solutions, setting, (FixedPointArithmetic)arithmetic, TargetNumbers.WeightBits(options), constraints, options.TimeSteps, isHostDriven, parallel)
            : LayerQuantizer.Quantize(problem, solutions, setting, arithmetic, constraints, parallel);
        SpikingLayer spiking = SpikeDelays.Apply(quantized.Layer, options);
        OutputScale = 1 / quantized.PotentialUnit;
        _layers.Add(spiking);
        _recorder.Record(spiking);
        _reports.Add(LayerReport.Of(spiking, solutions, _recorder.MeanRate(_layers.Count - 1), watch.Elapsed,
            options.RecordsWeights ? SpreadOf(problem, solutions, setting, quantized) : null));
    }

    private static WeightSpread SpreadOf(LayerProblem problem, LayerSolution[] solutions, NeuronSetting setting, QuantizedLayer quantized) => WeightSpread.Of(
        LayerQuantizer.Quantize(problem.Assemble(solutions), setting, new Float32Arithmetic()).Layer, quantized.Layer, quantized.PotentialUnit);

    // The source was converted in full: its neurons do not depend on one another.
    private LayerProblem PruneSource(LayerProblem problem, int kept)
    {
        int source = problem.Prior.Projections[0].Source;
        int channels = _layers[source].Channels;
        PrunedProblem pruned = LayerPruner.Prune(problem, channels, kept, parallel.CancellationToken);
        _layers[source] = ChannelSelection.OfOutputs(_layers[source], pruned.Channels);
        _recorder.Keep(source, channels, pruned.Channels);
        _reports[source] = _reports[source] with { Neurons = _layers[source].Neurons, MeanRate = _recorder.MeanRate(source) };
        return pruned.Problem;
    }

    // A held input enters a Loihi neuron through its bias, past the synapse: what acts is a neuron without one.
    private LayerProblemBuilder BuilderOf(SpikingNeuron acting) => acting == neuron
        ? _builder
        : new LayerProblemBuilder(acting, TuningCurveRecorder.Record(acting, options.TimeSteps), options.Anchor);

    // A code speaks of the share of the most spikes that a neuron can fire, a current of spikes per step that arrive.
    private RateCode CodeOf(int source)
    {
        double arriving = (double)options.TimeSteps / (options.TimeSteps - SpikeDelays.Of(source, options));
        return source == Projection.NetworkInput
            ? _inputCode.Stretched(arriving)
            : calibrated.Layers[source].Code!.Stretched(arriving * options.TimeSteps / curve.Levels);
    }

    private static ILayerSolver SolverOf(LayerObjective objective, SynapseConstraints constraints) => objective switch
    {
        LayerObjective.LeastAbsolute when constraints.AreAny => new ConstrainedSolver(constraints),
        LayerObjective.None => new PriorSolver(),
        LayerObjective.LeastAbsolute => new EdgeDescentSolver(),
        LayerObjective.LeastSquares => new LeastSquaresSolver(),
        LayerObjective.MinMax => new MinMaxSolver(),
        _ => throw new ArgumentOutOfRangeException(nameof(objective)),
    };
}
