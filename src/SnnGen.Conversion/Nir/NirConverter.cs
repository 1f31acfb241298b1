using System.Globalization;
using SnnGen.Conversion.Assembly;
using SnnGen.Conversion.Chips;
using SnnGen.Conversion.Diagnostics;
using SnnGen.Conversion.Nir.Conventions;
using SnnGen.Conversion.Nir.Graph;
using SnnGen.Conversion.Nir.Import;
using SnnGen.Conversion.Nir.Quantization;
using SnnGen.Conversion.Quantization;
using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.NetworkFile;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Conversion.Nir;

/// <summary>From a graph of NIR to a network in the numbers of its target.</summary>
public static class NirConverter
{
    /// <summary>Imports a graph and, where that is asked for, quantises it.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="name">Name of the network, for people.</param>
    /// <param name="options">The designer's choices.</param>
    /// <param name="inputsOf">Inputs for the calibration of a network; called only where it is quantised.</param>
    /// <param name="modelFile">The model's file, for errors.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <exception cref="ConversionException">The graph has no equivalent, or does not fit the numbers or the chip.</exception>
    public static NirConversion Convert(
        NirGraph graph, string name, NirConversionOptions options, Func<SpikingNetwork, SpikeInputs> inputsOf, string modelFile, CancellationToken cancellation = default)
    {
        SpikingNetwork source = NirImporter.Import(graph, name, Delayed(options), modelFile);
        ConversionDiagnostic[] warnings = [.. Warnings(source, options, modelFile)];
        if (options.Weights == WeightFormat.Float32)
        {
            return options.Chip is { } analog
                ? throw Misfit(analog, $"it has weights of {analog.WeightBits} bits; choose Weights Int8 or fewer bits", modelFile)
                : new NirConversion(source, source, null, null, null, warnings);
        }
        if (options.Import.Encoding == InputEncoding.Current)
            throw new ConversionException(DiagnosticDescriptors.InvalidSetting, modelFile, "values as input have no bounds that integers need; choose Weights Float32, or Encoding Events");
        if (options.Chip is { } chip)
            RequireNeurons(chip, source, modelFile);
        SpikeInputs inputs = inputsOf(source);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellation };
        SpikingNetwork network = ValidNetwork.Require(Quantize(source, options, LayerRates.Of(source, inputs, parallel), modelFile), modelFile);
        ChipMapping? mapping = options.Chip is null ? null : ChipMapping.Of(network, options.Chip);
        if (mapping is not null)
            ChipFit.Require(options.Chip!, mapping, network, modelFile);
        return new NirConversion(network, source, inputs, SpikeDrift.Between(source, network, inputs, parallel), mapping, warnings);
    }

    /// <summary>The stand-in of a design-time build: the network's sizes without its weights.</summary>
    public static SpikingNetwork ShapeOnly(NirGraph graph, string name, NirConversionOptions options, string modelFile)
    {
        SpikingNetwork network = NirImporter.Import(graph, name, Delayed(options), modelFile);
        return network with { Arithmetic = TargetNumbers.ArithmeticOf(Numbers(options)), IsShapeOnly = true };
    }

    private static IEnumerable<ConversionDiagnostic> Warnings(SpikingNetwork source, NirConversionOptions options, string modelFile)
    {
        string[] silent = [.. SilentLayers.Of(source)];
        if (silent.Length > 0)
        {
            NirConvention convention = options.Import.Convention;
            string names = string.Join(", ", silent.Select(name => $"'{name}'"));
            yield return new ConversionDiagnostic(DiagnosticDescriptors.CannotSpike, modelFile, string.Create(CultureInfo.InvariantCulture,
                $"no input can make {names} spike within {source.TimeSteps} steps of {options.Import.Dt ?? convention.Dt} s, as the simulator {convention.Name} computes them; ")
                + "choose the Simulator that the network was made with, its Dt, or more TimeSteps");
        }
    }

    // A chip that passes spikes on between the steps does so whoever trained the network.
    private static NirImportOptions Delayed(NirConversionOptions options) => options.Chip is not { Delay: > 0 } chip ? options.Import : options.Import with
    {
        Convention = options.Import.Convention with { ConnectionDelay = Math.Max(chip.Delay, options.Import.Convention.ConnectionDelay) },
    };

    private static SpikingNetwork Quantize(SpikingNetwork source, NirConversionOptions options, LayerRates rates, string modelFile)
    {
        ConversionOptions numbers = Numbers(options);
        var arithmetic = (FixedPointArithmetic)TargetNumbers.ArithmeticOf(numbers);
        int bits = TargetNumbers.WeightBits(numbers);
        if (options.Chip?.Equations != ChipEquations.Loihi)
            return new NirQuantizer(source, arithmetic, bits, rates, modelFile).Quantize();
        if (source.Layers.FirstOrDefault(layer => layer.Neuron is not SpikingNeuron) is { } silent)
            throw Misfit(options.Chip, $"layer '{silent.Name}' integrates and never spikes", modelFile);
        return source with { Arithmetic = arithmetic, Layers = source.Layers.Select(layer => NirLoihiLayer.Of(layer, bits, modelFile)).ToEquatableArray() };
    }

    private static ConversionOptions Numbers(NirConversionOptions options) => new() { Weights = options.Weights, Chip = options.Chip };

    private static void RequireNeurons(ChipProfile chip, SpikingNetwork network, string modelFile)
    {
        foreach (SpikingLayer layer in network.Layers)
        {
            if (layer.Neuron is not HeterogeneousNeuron neuron)
                continue;
            bool leaks = ((Float32Tensor)neuron.Membrane.Leak).Values.Any(leak => leak < 1);
            string kind = NetworkFileFormat.Name(neuron.Membrane.SynapticLeak is not null ? new CurrentBasedLeakyIntegrateAndFire(0.5, 0.5, default)
                : leaks ? new LeakyIntegrateAndFire(0.5, default) : new IntegrateAndFire(default));
            if (!chip.Neurons.Contains(kind))
                throw Misfit(chip, $"layer '{layer.Name}': it has no {kind} neurons, but {string.Join(", ", chip.Neurons)}", modelFile);
            if (!chip.Resets.Contains(neuron.Reset))
                throw Misfit(chip, $"layer '{layer.Name}': its neurons do not reset so; choose Reset {string.Join(" or ", chip.Resets)}", modelFile);
            if (chip.Leak == LeakForm.Shift && (leaks || neuron.Membrane.SynapticLeak is not null))
                throw Misfit(chip, $"layer '{layer.Name}': its leaks are shifts, which have no time constants of NIR", modelFile);
            if (chip.WeightSign == WeightSign.NonNegative && layer.Projections.Any(projection => ((Float32Tensor)projection.Connection.Weights).Values.Any(weight => weight < 0)))
                throw Misfit(chip, $"layer '{layer.Name}': its synapses are excitatory only", modelFile);
        }
    }

    private static ConversionException Misfit(ChipProfile chip, string reason, string modelFile) =>
        new(DiagnosticDescriptors.DoesNotFitChip, modelFile, $"the network does not fit the chip {chip.Name}: {reason}");
}
