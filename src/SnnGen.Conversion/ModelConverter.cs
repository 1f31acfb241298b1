using System.Diagnostics;
using SnnGen.Conversion.Analog;
using SnnGen.Conversion.Assembly;
using SnnGen.Conversion.Calibration;
using SnnGen.Conversion.Diagnostics;
using SnnGen.Conversion.LinearPrograms;
using SnnGen.Conversion.LinearPrograms.Solving;
using SnnGen.Conversion.Quantization;
using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.NetworkFile;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Conversion;

/// <summary>From an ANN and its calibration inputs to a spiking network, layer by layer.</summary>
public static class ModelConverter
{
    /// <summary>Converts <paramref name="analog"/>.</summary>
    /// <param name="analog">The imported ANN.</param>
    /// <param name="inputs">Calibration inputs.</param>
    /// <param name="options">The designer's choices.</param>
    /// <param name="modelFile">The model's file, for errors.</param>
    /// <param name="progress">Told the name of each layer as it begins; may be null.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <exception cref="ConversionException">The network does not fit the number format.</exception>
    public static ConversionReport Convert(
        AnalogNetwork analog, InputBatch inputs, ConversionOptions options, string modelFile,
        IProgress<string>? progress = null, CancellationToken cancellation = default)
    {
        Arithmetic arithmetic = ArithmeticOf(options.Weights);
        NeuronModel neuron = NeuronIn(options.Neuron, arithmetic);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellation };
        CalibratedNetwork calibrated = Calibrator.Calibrate(analog, inputs, options.TimeSteps);
        var builder = new LayerProgramBuilder(neuron, options.TimeSteps, options.Anchor);
        var recorder = new LayerRecorder(inputs, arithmetic, options.TimeSteps, parallel);
        ILayerSolver solver = SolverOf(options.Objective);

        var layers = new List<DenseLayer>();
        var reports = new List<LayerReport>();
        RateCode code = RateCode.Uniform(analog.InputSize, inputs.Encoder.Scale, inputs.Encoder.Offset);
        foreach (CalibratedLayer layer in calibrated.Layers)
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Report(layer.Layer.Name);
            var watch = Stopwatch.StartNew();
            LayerProgram program = builder.Build(layer, code, recorder.Rates());
            LayerSolution solution = solver.Solve(program, options.Threads, cancellation);
            NeuronModel model = layer.Code is null ? new Integrator() : neuron;
            DenseLayer spiking = LayerQuantizer.Quantize(solution, layer.Layer.Name, model, arithmetic, layers.Count == 0);
            layers.Add(spiking);
            double rate = recorder.Record(spiking);
            reports.Add(new LayerReport(
                layer.Layer.Name, spiking.Neurons, spiking.Inputs, solution.Objective, solution.PriorObjective,
                solution.RelativeGap, rate, watch.Elapsed.TotalSeconds));
            code = layer.Code ?? code;
        }

        var network = new SpikingNetwork(
            analog.Name, arithmetic, options.TimeSteps, inputs.Encoder, layers.ToEquatableArray(), default, default);
        return new ConversionReport(Validated(network, modelFile), reports);
    }

    /// <summary>The stand-in of a design-time build: the network's sizes without its weights.</summary>
    public static SpikingNetwork ShapeOnly(AnalogNetwork analog, ConversionOptions options)
    {
        var empty = new Float32Tensor(new TensorShape(default), default);
        return new SpikingNetwork(
            analog.Name, ArithmeticOf(options.Weights), options.TimeSteps,
            new InputEncoder(analog.InputShape, options.Encoding, 1, 0),
            analog.Layers.Select((layer, index) => new DenseLayer(
                layer.Name, layer.Inputs, layer.Outputs, empty, empty, empty, empty,
                index == analog.Layers.Length - 1 ? new Integrator() : NeuronIn(options.Neuron, ArithmeticOf(options.Weights))))
                .ToEquatableArray(),
            default, default, IsShapeOnly: true);
    }

    private static Arithmetic ArithmeticOf(WeightFormat format) => format == WeightFormat.Int8
        ? new FixedPointArithmetic(8, FixedPointArithmetic.MaximumPotentialBits)
        : new Float32Arithmetic();

    // In fixed point the leak has a 12-bit mantissa; the tuning curve must know the leak that will really act.
    private static NeuronModel NeuronIn(NeuronModel neuron, Arithmetic arithmetic)
    {
        const double Unit = 1 << FixedPointArithmetic.LeakBits;
        return neuron is LeakyIntegrateAndFire lif && arithmetic is FixedPointArithmetic
            ? lif with { Leak = Math.Clamp(Math.Round(lif.Leak * Unit), 1, Unit - 1) / Unit }
            : neuron;
    }

    private static ILayerSolver SolverOf(LayerObjective objective) => objective switch
    {
        LayerObjective.None => new PriorSolver(),
        LayerObjective.LeastAbsolute => new EdgeDescentSolver(),
        LayerObjective.LeastSquares => new LeastSquaresSolver(),
        _ => throw new ArgumentOutOfRangeException(nameof(objective)),
    };

    private static SpikingNetwork Validated(SpikingNetwork network, string modelFile)
    {
        try
        {
            NetworkValidator.Validate(network);
            return network;
        }
        catch (NetworkFileException e)
        {
            throw new ConversionException(DiagnosticDescriptors.NotRepresentable, modelFile,
                e.Message + "; check the size of the model's weights, and calibrate with data like what the network will see");
        }
    }
}
