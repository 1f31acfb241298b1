using SnnGen.Conversion.Analog;
using SnnGen.Conversion.Diagnostics;
using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.NetworkFile;
using SnnGen.Spiking.Neurons;

namespace SnnGen.Conversion.Chips;

/// <summary>Refuses what a chip cannot do, with every reason at once.</summary>
internal static class ChipFit
{
    /// <summary>Before the conversion: what the designer chose.</summary>
    /// <exception cref="ConversionException">SNN1015.</exception>
    public static void Require(ChipProfile chip, AnalogNetwork analog, ConversionOptions options, string modelFile)
    {
        var reasons = new List<string>();
        string neuron = NetworkFileFormat.Name(options.Neuron);
        if (options.Weights == WeightFormat.Float32)
            reasons.Add($"it has weights of {chip.WeightBits} bits; choose Weights Int8 or fewer bits");
        if (!chip.Neurons.Contains(neuron))
            reasons.Add($"it has no {neuron} neurons, but {string.Join(", ", chip.Neurons)}");
        if (!chip.Resets.Contains(options.Neuron.Reset))
            reasons.Add($"its neurons do not reset by {Name(options.Neuron.Reset)}, but by {string.Join(", ", chip.Resets.Select(Name))}");
        if (options.Neuron.Refractory > chip.Refractory)
            reasons.Add($"its neurons rest for {chip.Refractory} steps at most, not {options.Neuron.Refractory}");
        if (chip.Leak == LeakForm.Mantissa && NeuronDynamics.Of(options.Neuron).LeakForm == LeakForm.Shift)
            reasons.Add("its leaks are mantissas, not shifts; choose LeakForm Mantissa");
        if (chip.Equations == ChipEquations.Loihi)
            reasons.AddRange(LoihiReasons(analog, options));
        Throw(chip, reasons, modelFile);
    }

    private static IEnumerable<string> LoihiReasons(AnalogNetwork analog, ConversionOptions options)
    {
        if (options.Encoding == InputEncoding.Latency)
            yield return "its synapses do not last, as latency encoding needs it; choose another Encoding";
        if (options.Readout != Readout.Potential)
            yield return "its outputs are read as potentials; choose Readout Potential";
        for (int l = 0; options.Encoding == InputEncoding.Current && l < analog.Layers.Length; l++)
        {
            AnalogLayer layer = analog.Layers[l];
            if (layer.Projections.Any(p => p.Source == Projection.NetworkInput) && (l == analog.Layers.Length - 1 || layer.Projections.Length > 1))
                yield return $"layer '{layer.Name}' takes the input beside spikes or is the readout, and an analog input reaches only biases of neurons; choose Encoding Rate";
        }
    }

    /// <summary>After it: what the network takes.</summary>
    /// <exception cref="ConversionException">SNN1015.</exception>
    public static void Require(ChipProfile chip, ChipMapping mapping, SpikingNetwork network, string modelFile)
    {
        var reasons = new List<string>();
        ChipLimits limits = chip.Limits;
        Limit(network.InputSize, limits.Inputs, "the network has {0} inputs, more than {1}");
        Limit(network.OutputSize, limits.Outputs, "the network has {0} outputs, more than {1}");
        foreach (var layer in network.Layers.Where(layer => layer.Pooling is not null && !chip.MaxPooling))
            reasons.Add($"layer '{layer.Name}' pools by maximum, which it cannot; train with average pooling");
        foreach (LayerMapping layer in mapping.Layers)
        {
            Limit(layer.FanIn, limits.FanIn, $"layer '{layer.Name}' has neurons of {{0}} synapses, more than {{1}}; set FanIn=\"{limits.FanIn}\"");
            Limit(layer.FanOut, limits.FanOut, $"a source of layer '{layer.Name}' drives {{0}} synapses, more than {{1}}; make the layer smaller with LayerSizes");
        }
        if (limits.LayersPerCore is { } each)
            Limit((network.Layers.Count + each - 1) / each, limits.Cores, "the network's layers need {0} cores, more than {1}");
        else
            Limit(mapping.Cores, limits.Cores, "the network needs {0} cores, more than {1}; make it smaller with Keep");
        Throw(chip, reasons, modelFile);

        void Limit(long value, int? limit, string reason)
        {
            if (value > limit)
                reasons.Add(string.Format(System.Globalization.CultureInfo.InvariantCulture, reason, value, limit));
        }
    }

    private static string Name(ResetMode reset) => reset == ResetMode.Subtract ? "subtraction" : "setting to zero";

    private static void Throw(ChipProfile chip, List<string> reasons, string modelFile)
    {
        if (reasons.Count > 0)
            throw new ConversionException(DiagnosticDescriptors.DoesNotFitChip, modelFile, $"the network does not fit the chip {chip.Name}: {string.Join("; ", reasons)}");
    }
}
