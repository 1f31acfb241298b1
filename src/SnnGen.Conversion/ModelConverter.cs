using SnnGen.Conversion.Analog;
using SnnGen.Conversion.Assembly;
using SnnGen.Conversion.Calibration;
using SnnGen.Conversion.Chips;
using SnnGen.Conversion.Diagnostics;
using SnnGen.Conversion.LinearPrograms;
using SnnGen.Conversion.Pruning;
using SnnGen.Conversion.Quantization;
using SnnGen.Conversion.TuningCurves;
using SnnGen.Spiking;
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
        if (options.Chip is { } chip)
            ChipFit.Require(chip, analog, options, modelFile);
        ExitSettings.Require(options, analog.OutputSize, modelFile);
        options = SpikeDelays.Lengthened(options with { Constraints = ConstraintsOf(options, modelFile) }, analog);
        Arithmetic arithmetic = TargetNumbers.ArithmeticOf(options);
        SpikingNeuron neuron = NeuronOf(options, arithmetic, modelFile);
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
            Output = new OutputDecoder(conversion.OutputScale, analog.Output)
            {
                Readout = options.Readout, Exit = ExitSettings.Choose(options, conversion.OutputScale, arithmetic),
            },
        };
        return new ConversionReport(ValidNetwork.Require(network, modelFile, "; check the size of the model's weights, and calibrate with data like what the network will see"), conversion.Reports, MappingOf(network, options, modelFile));
    }

    /// <summary>The stand-in of a design-time build: the network's sizes without its weights.</summary>
    public static SpikingNetwork ShapeOnly(AnalogNetwork analog, ConversionOptions options)
    {
        const double AnyScale = 1;
        options = SpikeDelays.Lengthened(options, analog);
        var empty = new Float32Tensor(new TensorShape(default), default);
        Arithmetic arithmetic = TargetNumbers.ArithmeticOf(options);
        SpikingNeuron neuron = TargetNumbers.NeuronIn(options, arithmetic);
        return new SpikingNetwork(
            analog.Name, arithmetic, options.TimeSteps,
            new InputEncoder(analog.InputShape, options.Encoding, 1, 0),
            analog.Layers.Select((layer, index) => SpikeDelays.Apply(
                SpikingLayerBuilder.Build(
                    layer, index == analog.Layers.Length - 1 ? ReadoutNeuron(options.Readout) : neuron,
                    (_, _) => empty, empty, empty, empty, _ => index < analog.Layers.Length - 1 && neuron is LoihiNeuron && options.Encoding != InputEncoding.Current ? 1 : null),
                options)).ToEquatableArray(),
            default, default, IsShapeOnly: true)
        {
            Output = new OutputDecoder(AnyScale, analog.Output) { Readout = options.Readout, Exit = ExitSettings.Choose(options, AnyScale, arithmetic) },
        };
    }

    private static NeuronModel ReadoutNeuron(Readout readout) =>
        (readout == Readout.Potential ? NeuronSetting.Integrating : NeuronSetting.SpikingReadout(1)).Model;

    private static SpikingNeuron NeuronOf(ConversionOptions options, Arithmetic arithmetic, string modelFile) =>
        arithmetic is FixedPointArithmetic || NeuronDynamics.Of(options.Neuron).LeakForm == LeakForm.Mantissa
            ? TargetNumbers.NeuronIn(options, arithmetic)
            : throw new ConversionException(
                DiagnosticDescriptors.InvalidSetting, modelFile, "a leak is a shift only in fixed point; choose Weights Int8 or fewer bits, or LeakForm Mantissa");

    private static SynapseConstraints ConstraintsOf(ConversionOptions options, string modelFile)
    {
        SynapseConstraints constraints = options.Chip?.WeightSign == WeightSign.NonNegative
            ? options.Constraints with { NonNegative = true }
            : options.Constraints;
        return !constraints.AreAny || options.Objective == LayerObjective.LeastAbsolute ? constraints : throw new ConversionException(
            DiagnosticDescriptors.InvalidSetting, modelFile,
            "bounds, signs, fan-in and sparsity of weights are constraints of the objective LeastAbsolute (l1); choose that one");
    }

    private static ChipMapping? MappingOf(SpikingNetwork network, ConversionOptions options, string modelFile)
    {
        if (options.Chip is not { } chip)
            return null;
        ChipMapping mapping = ChipMapping.Of(network, chip);
        ChipFit.Require(chip, mapping, network, modelFile);
        return mapping;
    }
}
