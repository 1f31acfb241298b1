using SnnGen.Conversion.Nir.Graph;

namespace SnnGen.Conversion.Nir.Files;

/// <summary>The primitives of NIR and how their nodes are read.</summary>
internal static class Primitives
{
    /// <summary>A reader for each type but the graph.</summary>
    public static IReadOnlyDictionary<string, Func<NodeFields, NirNode>> Table { get; } = new SortedDictionary<string, Func<NodeFields, NirNode>>(StringComparer.Ordinal)
    {
        ["Affine"] = Affine,
        ["AvgPool2d"] = fields => new NirAvgPool2d(fields.Name, fields.Pair("kernel_size", 1), fields.Pair("stride", 1), fields.Pair("padding", 0)),
        ["Conv1d"] = Conv1d,
        ["Conv2d"] = Conv2d,
        ["CubaLI"] = CubaLI,
        ["CubaLIF"] = CubaLIF,
        ["Delay"] = fields => new NirDelay(fields.Name, fields.Array("delay")),
        ["Flatten"] = fields => new NirFlatten(
            fields.Name, fields.FindIntegers("input_type", 1), fields.Integer("start_dim", int.MinValue), fields.Integer("end_dim", int.MinValue)),
        ["I"] = fields => new NirI(fields.Name, fields.Array("r")),
        ["IF"] = IF,
        ["Input"] = fields => new NirInput(fields.Name, fields.PortShape("input_type", "input")),
        ["LI"] = LI,
        ["LIF"] = LIF,
        ["Linear"] = fields => new NirLinear(fields.Name, Shapes.Matrix(fields)),
        ["Output"] = fields => new NirOutput(fields.Name, fields.PortShape("output_type", "output")),
        ["Scale"] = fields => new NirScale(fields.Name, fields.Array("scale")),
        ["SumPool2d"] = fields => new NirSumPool2d(fields.Name, fields.Pair("kernel_size", 1), fields.Pair("stride", 1), fields.Pair("padding", 0)),
        ["Threshold"] = fields => new NirThreshold(fields.Name, fields.Array("threshold")),
    };

    private static NirAffine Affine(NodeFields fields)
    {
        NirArray weight = Shapes.Matrix(fields);
        return new NirAffine(fields.Name, weight, Shapes.Bias(fields, weight));
    }

    private static NirConv1d Conv1d(NodeFields fields)
    {
        int groups = fields.Integer("groups", 1);
        NirArray weight = Shapes.Kernels(fields, axes: 1, groups);
        return new NirConv1d(
            fields.Name, fields.FindInteger("input_shape", 1), weight, fields.Integer("stride", 1), fields.Padding("padding", fields.Integer),
            fields.Integer("dilation", 1), groups, Shapes.ChannelBias(fields, weight));
    }

    private static NirConv2d Conv2d(NodeFields fields)
    {
        int groups = fields.Integer("groups", 1);
        NirArray weight = Shapes.Kernels(fields, axes: 2, groups);
        return new NirConv2d(
            fields.Name, fields.FindPair("input_shape", 1), weight, fields.Pair("stride", 1), fields.Padding("padding", fields.Pair),
            fields.Pair("dilation", 1), groups, Shapes.ChannelBias(fields, weight));
    }

    private static NirIF IF(NodeFields fields)
    {
        NeuronParameters neuron = NeuronParameters.Read(fields, ["r", "v_threshold"], ["v_reset"]);
        return new NirIF(fields.Name, neuron["r"], neuron["v_threshold"], neuron.Find("v_reset"));
    }

    private static NirLI LI(NodeFields fields)
    {
        NeuronParameters neuron = NeuronParameters.Read(fields, ["tau", "r", "v_leak"], []);
        return new NirLI(fields.Name, neuron["tau"], neuron["r"], neuron["v_leak"]);
    }

    private static NirLIF LIF(NodeFields fields)
    {
        NeuronParameters neuron = NeuronParameters.Read(fields, ["tau", "r", "v_leak", "v_threshold"], ["v_reset"]);
        return new NirLIF(fields.Name, neuron["tau"], neuron["r"], neuron["v_leak"], neuron["v_threshold"], neuron.Find("v_reset"));
    }

    private static NirCubaLI CubaLI(NodeFields fields)
    {
        NeuronParameters neuron = NeuronParameters.Read(fields, ["tau_syn", "tau_mem", "r", "v_leak"], ["w_in"]);
        return new NirCubaLI(fields.Name, neuron["tau_syn"], neuron["tau_mem"], neuron["r"], neuron["v_leak"], neuron.OrOnes("w_in"));
    }

    private static NirCubaLIF CubaLIF(NodeFields fields)
    {
        NeuronParameters neuron = NeuronParameters.Read(fields, ["tau_syn", "tau_mem", "r", "v_leak", "v_threshold"], ["v_reset", "w_in"]);
        return new NirCubaLIF(
            fields.Name, neuron["tau_syn"], neuron["tau_mem"], neuron["r"], neuron["v_leak"], neuron.OrOnes("w_in"), neuron["v_threshold"],
            neuron.Find("v_reset"));
    }
}
