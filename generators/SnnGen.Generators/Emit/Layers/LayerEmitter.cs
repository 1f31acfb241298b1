using SnnGen.Generators.Emit.Members;
using SnnGen.Generators.Emit.Text;
using SnnGen.Generators.Planning;
using SnnGen.Spiking;
using SnnGen.Spiking.Neurons;

namespace SnnGen.Generators.Emit.Layers;

/// <summary>One step of a layer: spikes become currents, currents are pooled, neurons fire.</summary>
internal static class LayerEmitter
{
    private const string Runtime = "global::SnnGen.Runtime.";

    public static void Write(EmitContext context, LayerPlan layer)
    {
        if (layer.TakesInput && context.Plan.InputLasts)
            WriteStepLasting(context, layer);
        else
            WriteStep(context, layer);
        if (layer.TakesInput && context.Plan.HoldsInput)
            WriteStepHeld(context, layer);
        WriteFire(context, layer);
        foreach (ProjectionPlan projection in layer.Projections)
            ProjectionEmitter.Write(context, layer, projection);
        if (layer.Pooling is { } window)
            WindowText.Write(context.Writer, $"Layer{Literal.Of(layer.Index)}Pooling", window, isChannelsFirst: false);
    }

    /// <summary>The statement that steps a layer on spikes, of which those of the input are <paramref name="frame"/>.</summary>
    public static string StepCall(LayerPlan layer, string frame) => $"StepLayer{Literal.Of(layer.Index)}({(layer.TakesInput ? frame : "")});";

    /// <summary>The statement that steps a layer under the held input.</summary>
    public static string StepHeldCall(LayerPlan layer) => layer.TakesInput ? $"StepLayer{Literal.Of(layer.Index)}Held();" : StepCall(layer, "");

    private static void WriteStep(EmitContext context, LayerPlan layer) =>
        context.Method(StepDeclaration(layer), Drive(context, layer, [.. layer.Projections], $"Tables.Layer{Literal.Of(layer.Index)}Bias"));

    private static void WriteStepHeld(EmitContext context, LayerPlan layer) =>
        context.Method($"private void StepLayer{Literal.Of(layer.Index)}Held()", DriveHeld(context, layer));

    // What an input spike contributes it contributes at every later step: it is added once, to currents that stay.
    private static void WriteStepLasting(EmitContext context, LayerPlan layer) => context.Method(
        StepDeclaration(layer),
        string.Concat(layer.Projections.Where(projection => projection.TakesInput).Select(projection => ProjectionEmitter.AddEach(
            layer, projection, "frame", $"_heldCurrents{Literal.Of(layer.Index)}", projection.SpikeWorth) + "\n")) + DriveHeld(context, layer));

    private static string StepDeclaration(LayerPlan layer) => $"""
        // {FreeText.Comment(layer.Name)}: {LayerText.Describe(layer)}.
        private void StepLayer{Literal.Of(layer.Index)}({(layer.TakesInput ? "global::System.ReadOnlySpan<ulong> frame" : "")})
        """;

    private static string DriveHeld(EmitContext context, LayerPlan layer)
    {
        string index = Literal.Of(layer.Index);
        ProjectionPlan[] spiking = [.. layer.Projections.Where(projection => !projection.TakesInput)];
        return spiking.Length == 0
            ? $"FireLayer{index}(_heldCurrents{index});"
            : Drive(context, layer, spiking, $"((global::System.ReadOnlySpan<{context.Numbers.Number}>)_heldCurrents{index})");
    }

    private static string Drive(EmitContext context, LayerPlan layer, ProjectionPlan[] projections, string start)
    {
        string number = context.Numbers.Number;
        return $"""
            global::System.Span<{number}> currents = ((global::System.Span<{number}>)_currents).Slice(0, {LayerNames.CurrentStride(layer)});
            {context.Numbers.Drive(projections, start, (projection, worth) => ProjectionEmitter.Add(context, layer, projection, worth))}
            FireLayer{Literal.Of(layer.Index)}(currents);
            """;
    }

    private static void WriteFire(EmitContext context, LayerPlan layer)
    {
        string index = Literal.Of(layer.Index), number = context.Numbers.Number, currents = layer.Pooling is null ? "currents" : "pooled";
        string pool = layer.Pooling is null ? "" : $"""
            global::System.Span<{number}> pooled = ((global::System.Span<{number}>)_pooled).Slice(0, Layer{index}Stride);
            pooled.Clear();
            {Runtime}MaxPooling.Step(_deficits{index}, currents, pooled, Layer{index}Pooling);

            """;
        context.Method($"private void FireLayer{index}(global::System.ReadOnlySpan<{number}> currents)", pool + (layer.Dynamics is { } neuron
            ? Fire(context, layer, neuron, currents)
            : context.Numbers.Integrate($"_potentials{index}, {currents}") + ";"));
    }

    private static string Fire(EmitContext context, LayerPlan layer, NeuronDynamics neuron, string currents)
    {
        string index = Literal.Of(layer.Index), filter = "";
        if (neuron.SynapticLeak is { } leak)
        {
            filter = context.Numbers.Filter(leak, $"_synaptic{index}, {currents}") + ";\n";
            currents = "_synaptic" + index;
        }
        string rest = layer.Rests ? $", refractory: _refractory{index}, period: {Literal.Of(neuron.Refractory)}" : "";
        return $"{filter}_spikeCount += {context.Numbers.Fire(neuron, $"_potentials{index}, {currents}, Tables.Layer{index}Threshold, _spikes{index}", rest)};{Score(context.Plan, layer)}";
    }

    private static string Score(InferenceClass plan, LayerPlan layer) => plan.HasScores && layer == plan.Readout
        ? $"\n{Runtime}Readout.{plan.Output.Readout}(_scores, _spikes{Literal.Of(layer.Index)}{(plan.Output.Readout == Readout.First ? ", _stepCount" : "")});"
        : "";
}
