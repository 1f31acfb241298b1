using SnnGen.Generators.Emit.Members;
using SnnGen.Generators.Emit.Text;
using SnnGen.Generators.Planning;
using SnnGen.Spiking.Neurons;

namespace SnnGen.Generators.Emit.Layers;

/// <summary>The steps of a layer of Loihi's neurons: the host's currents enter the bias, those of spikes the synaptic current.</summary>
internal static class LoihiLayerEmitter
{
    public static void Write(EmitContext context, LayerPlan layer, LoihiNeuron neuron)
    {
        context.Method(
            $"// {FreeText.Comment(layer.Name)}: {LayerText.Describe(layer)}.\n" + LayerEmitter.Declaration(context.Plan, layer, isHeld: false),
            LayerEmitter.Active(context, layer, isHeld: false) + Loop(context.Plan, layer, neuron, [.. layer.Projections], "host"));
        if (!layer.TakesInput || !context.Plan.HoldsInput)
            return;
        ProjectionPlan[] spiking = [.. layer.Projections.Where(projection => !projection.TakesInput)];
        string active = spiking.Length == 0 ? "" : LayerEmitter.Active(context, layer, isHeld: true);
        context.Method(
            LayerEmitter.Declaration(context.Plan, layer, isHeld: true), active + Loop(context.Plan, layer, neuron, spiking, $"_heldCurrents{Literal.Of(layer.Index)}"));
    }

    private static string Loop(InferenceClass plan, LayerPlan layer, LoihiNeuron neuron, ProjectionPlan[] projections, string host)
    {
        string index = Literal.Of(layer.Index), stride = LayerNames.CurrentStride(layer);
        string frame = $"spikes{index}.Slice(step * Layer{index}Words, Layer{index}Words)";
        var statements = new List<string> { "synapses.Clear();" };
        if (host == "host")
            statements.Add("host.Clear();");
        foreach (ProjectionPlan projection in projections)
        {
            string to = projection.IsAnalog ? "host" : "synapses";
            if (SourceText.Gather(layer, projection) is { } gather)
                statements.Add(gather);
            statements.Add($"_synapticOperations += {ProjectionEmitter.AddSpikes(layer, projection, to, to, SourceText.Frame(projection))};");
        }
        return $$"""
            global::System.Span<int> synapses = stackalloc int[{{stride}}];
            {{(host == "host" ? $"global::System.Span<int> host = stackalloc int[{stride}];\n" : "")}}for (int step = 0; step < steps; step++)
            {
                {{string.Join("\n    ", statements)}}
                _spikeCount += global::SnnGen.Runtime.LoihiNeurons.Fire(
                    _potentials{{index}}, _synaptic{{index}}, synapses, {{host}}, Tables.Layer{{index}}Bias, Tables.Layer{{index}}Threshold, {{frame}},
                    currentDecay: {{Literal.Of(neuron.CurrentDecay)}}, potentialDecay: {{Literal.Of(neuron.PotentialDecay)}}, weightExponent: {{Literal.Of(neuron.WeightExponent)}}, biasExponent: {{Literal.Of(neuron.BiasExponent)}}, inputShift: {{Literal.Of(neuron.InputShift)}});{{FireEmitter.Score(plan, layer, frame).Replace("\n", "\n    ")}}
            }
            """;
    }
}
