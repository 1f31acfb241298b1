using SnnGen.Generators.Emit.Text;
using SnnGen.Generators.Planning;
using SnnGen.Spiking;
using SnnGen.Spiking.Neurons;

namespace SnnGen.Generators.Emit.Layers;

/// <summary>From the currents of a layer to its spikes.</summary>
internal static class FireEmitter
{
    private const string Runtime = "global::SnnGen.Runtime.";

    /// <summary>Writes the method that does one step.</summary>
    public static void Write(EmitContext context, LayerPlan layer)
    {
        if (layer.Loihi is not null)
            return;
        string index = Literal.Of(layer.Index), number = context.Numbers.Number, currents = layer.Pooling is null ? "currents" : "pooled";
        string pool = layer.Pooling is null ? "" : $"""
            {Pooled(context, layer)}
            {Runtime}MaxPooling.Step<{number}>(_deficits{index}, currents, pooled, Layer{index}Pooling);

            """;
        string spikes = layer.Spikes ? ", global::System.Span<ulong> spikes, int step" : "";
        context.Method($"private void FireLayer{index}(global::System.ReadOnlySpan<{number}> currents{spikes})", pool + (
            layer.Membrane is { } membrane ? Membranes(context, layer, membrane, currents) + Score(context.Plan, layer, "spikes")
            : layer.Dynamics is { } neuron ? Filter(context, layer, neuron, ref currents) + Fire(context, layer, neuron, currents, "spikes", "1") + Score(context.Plan, layer, "spikes")
            : context.Numbers.Integrate($"_potentials{index}, {currents}") + ";"));
    }

    /// <summary>Statements that do some steps under currents that stay.</summary>
    public static string CallHeld(EmitContext context, LayerPlan layer, string held)
    {
        string index = Literal.Of(layer.Index), frame = $"spikes{index}.Slice(step * Layer{index}Words, Layer{index}Words)";
        string loop = $"""
            for (int step = 0; step < steps; step++)
                FireLayer{index}({held}{(layer.Spikes ? $", {frame}, step" : "")});
            """;
        bool isFixed = context.Numbers.Number == "int";
        if (layer.Dynamics is not { SynapticLeak: null } neuron || (layer.Pooling is not null && !isFixed) || context.Plan.ChunkSteps == 1)
            return loop;
        string score = Score(context.Plan, layer, frame);
        string scores = score.Length == 0 ? "" : "\nfor (int step = 0; step < steps; step++)\n    " + score.TrimStart();
        if (layer.Pooling is null)
            return Fire(context, layer, neuron, held, "spikes" + index, "steps") + scores;
        return $$"""
            if (steps == 1)
            {
                FireLayer{{index}}({{held}}, spikes{{index}}, 0);
                return;
            }
            {{Pooled(context, layer)}}
            {{Runtime}}MaxPooling.Hold({{held}}, pooled, Layer{{index}}Pooling);
            {{Fire(context, layer, neuron, "pooled", "spikes" + index, "steps")}}{{scores}}
            """;
    }

    /// <summary>Statement that scores the spikes of one step, where they decide; else nothing.</summary>
    public static string Score(InferenceClass plan, LayerPlan layer, string spikes) => plan.HasScores && layer == plan.Readout
        ? $"\n{Runtime}SpikeReadout.{plan.Output.Readout}(_scores, {spikes}{(plan.Output.Readout == Readout.First ? ", _stepCount + step" : "")});"
        : "";

    private static string Pooled(EmitContext context, LayerPlan layer) =>
        $"global::System.Span<{context.Numbers.Number}> pooled = stackalloc {context.Numbers.Number}[Layer{Literal.Of(layer.Index)}Stride];";

    private static string Membranes(EmitContext context, LayerPlan layer, Membrane membrane, string currents)
    {
        string index = Literal.Of(layer.Index), tables = $"Tables.Layer{index}";
        string synapse = membrane.SynapticLeak is null ? "" : $", synaptic: _synaptic{index}, synapticLeaks: {tables}SynapticLeak";
        string drive = membrane.Drive is null ? "" : $", drive: {tables}Drive";
        string floor = membrane.Floor is null ? "" : $", floor: {tables}Floor";
        string common = context.Numbers.MembraneLimits + synapse + drive + floor;
        return layer.Neuron is HeterogeneousNeuron neuron
            ? $"""
                _spikeCount += {context.Numbers.Membranes}Fire(
                    _potentials{index}, {currents}, {tables}Leak, {tables}Threshold, {tables}ResetValue, spikes,
                    subtracts: {Literal.Of(neuron.Reset == ResetMode.Subtract)}, above: {Literal.Of(neuron.Rule == FiringRule.Above)}{common});
                """
            : $"{context.Numbers.Membranes}Integrate(_potentials{index}, {currents}, {tables}Leak{common});";
    }

    private static string Filter(EmitContext context, LayerPlan layer, NeuronDynamics neuron, ref string currents)
    {
        if (neuron.SynapticLeak is null)
            return "";
        string index = Literal.Of(layer.Index), filter = context.Numbers.Filter(neuron, $"_synaptic{index}, {currents}") + ";\n";
        currents = "_synaptic" + index;
        return filter;
    }

    private static string Fire(EmitContext context, LayerPlan layer, NeuronDynamics neuron, string currents, string spikes, string steps)
    {
        string index = Literal.Of(layer.Index);
        string rest = layer.Rests ? $", refractory: _refractory{index}, period: {Literal.Of(neuron.Refractory)}" : "";
        return $"_spikeCount += {context.Numbers.Fire(neuron, $"_potentials{index}, {currents}, Tables.Layer{index}Threshold, {spikes}, {steps}", rest)};";
    }
}
