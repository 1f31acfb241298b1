using SnnGen.Conversion.Analog;
using SnnGen.Conversion.Assembly;
using SnnGen.Conversion.Calibration;
using SnnGen.Conversion.Diagnostics;
using SnnGen.Conversion.Pruning;
using SnnGen.Conversion.Quantization;
using SnnGen.Conversion.TuningCurves;
using SnnGen.Spiking;
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
        SpikingNeuron neuron = NeuronIn(options.Neuron, arithmetic);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellation };
        PruningPlan pruning = PruningPlan.Of(analog, options, modelFile);
        TuningCurve curve = TuningCurveRecorder.Record(neuron, options.TimeSteps);
        CalibratedNetwork calibrated = Calibrator.Calibrate(analog, inputs, curve.Levels, cancellation);
        var conversion = new LayerwiseConversion(calibrated, pruning, neuron, curve, arithmetic, options, parallel);
        foreach (CalibratedLayer layer in calibrated.Layers)
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Report(layer.Layer.Name);
            conversion.Convert(layer);
        }
        var network = new SpikingNetwork(
            analog.Name, arithmetic, options.TimeSteps, inputs.Encoder, conversion.Layers.ToEquatableArray(), default, default)
        {
            Output = new OutputDecoder(conversion.OutputScale, analog.Output),
        };
        return new ConversionReport(Validated(network, modelFile), conversion.Reports);
    }

    /// <summary>The stand-in of a design-time build: the network's sizes without its weights.</summary>
    public static SpikingNetwork ShapeOnly(AnalogNetwork analog, ConversionOptions options)
    {
        var empty = new Float32Tensor(new TensorShape(default), default);
        Arithmetic arithmetic = ArithmeticOf(options.Weights);
        return new SpikingNetwork(
            analog.Name, arithmetic, options.TimeSteps,
            new InputEncoder(analog.InputShape, options.Encoding, 1, 0),
            analog.Layers.Select((layer, index) => SpikingLayerBuilder.Build(
                layer, index == analog.Layers.Length - 1 ? new Integrator() : NeuronIn(options.Neuron, arithmetic),
                (_, _) => empty, empty, empty, empty, _ => null)).ToEquatableArray(),
            default, default, IsShapeOnly: true) { Output = new OutputDecoder(1, analog.Output) };
    }

    private static Arithmetic ArithmeticOf(WeightFormat format) => format switch
    {
        WeightFormat.Float32 => new Float32Arithmetic(),
        WeightFormat.Int8 => FixedPoint(8),
        WeightFormat.Int4 => FixedPoint(4),
        WeightFormat.Int3 => FixedPoint(3),
        WeightFormat.Int2 => FixedPoint(2),
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };

    private static FixedPointArithmetic FixedPoint(int weightBits) => new(weightBits, FixedPointArithmetic.MaximumPotentialBits);

    // In fixed point a leak has a 12-bit mantissa; the tuning curve must know the leak that will really act.
    private static SpikingNeuron NeuronIn(SpikingNeuron neuron, Arithmetic arithmetic)
    {
        const double Unit = 1 << FixedPointArithmetic.LeakBits;
        return (neuron, arithmetic) switch
        {
            (LeakyIntegrateAndFire n, FixedPointArithmetic) => n with { Leak = Mantissa(n.Leak) },
            (CurrentBasedLeakyIntegrateAndFire n, FixedPointArithmetic) =>
                n with { SynapticLeak = Mantissa(n.SynapticLeak), Leak = n.Leak < 1 ? Mantissa(n.Leak) : 1 },
            _ => neuron,
        };

        static double Mantissa(double leak) => Math.Clamp(Math.Round(leak * Unit), 1, Unit - 1) / Unit;
    }

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
