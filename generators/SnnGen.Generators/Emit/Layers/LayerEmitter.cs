using SnnGen.Generators.Emit.Members;
using SnnGen.Generators.Emit.Text;
using SnnGen.Generators.Planning;

namespace SnnGen.Generators.Emit.Layers;

/// <summary>The steps of a layer: spikes become currents, currents are pooled, neurons fire.</summary>
internal static class LayerEmitter
{
    public static void Write(EmitContext context, LayerPlan layer)
    {
        if (layer.Loihi is { } neuron)
        {
            LoihiLayerEmitter.Write(context, layer, neuron);
        }
        else
        {
            WriteRun(context, layer);
            if (layer.TakesInput && context.Plan.HoldsInput)
                WriteRunHeld(context, layer);
        }
        FireEmitter.Write(context, layer);
        foreach (ProjectionPlan projection in layer.Projections)
            ProjectionEmitter.Write(context, layer, projection);
        if (layer.Pooling is { } window)
            WindowText.Write(context.Writer, $"Layer{Literal.Of(layer.Index)}Pooling", window, isChannelsFirst: false);
    }

    /// <summary>The statement that does some steps of a layer.</summary>
    public static string Call(InferenceClass plan, LayerPlan layer, bool isHeld)
    {
        bool holds = isHeld && layer.TakesInput;
        IEnumerable<string> arguments = SourceText.Sources(layer, holds).Select(source => source.Name)
            .Concat(Target(plan, layer) is { } target ? [target.Name] : []).Append("steps");
        return $"RunLayer{Literal.Of(layer.Index)}{(holds ? "Held" : "")}({string.Join(", ", arguments)});";
    }

    private static void WriteRun(EmitContext context, LayerPlan layer)
    {
        string index = Literal.Of(layer.Index);
        string start = context.Plan.InputLasts && layer.TakesInput ? $"_heldCurrents{index}" : $"Tables.Layer{index}Bias";
        context.Method(
            $"// {FreeText.Comment(layer.Name)}: {LayerText.Describe(layer)}.\n" + Declaration(context.Plan, layer, isHeld: false),
            Active(context, layer, isHeld: false) + Summed(layer) + Loop(context, layer, [.. layer.Projections], start));
    }

    private static void WriteRunHeld(EmitContext context, LayerPlan layer)
    {
        string index = Literal.Of(layer.Index), held = $"_heldCurrents{index}";
        context.Method(Declaration(context.Plan, layer, isHeld: true), layer.TakesInputOnly && !context.Plan.Passes(layer)
            ? FireEmitter.CallHeld(context, layer, held)
            : Active(context, layer, isHeld: true) + Loop(context, layer, [.. layer.Projections.Where(projection => !projection.TakesInput)], held));
    }

    internal static string Declaration(InferenceClass plan, LayerPlan layer, bool isHeld)
    {
        IEnumerable<string> parameters = SourceText.Sources(layer, isHeld).Select(source => $"global::System.ReadOnlySpan<{source.Type}> {source.Name}")
            .Concat(Target(plan, layer) is { } target ? [$"global::System.Span<{target.Type}> {target.Name}"] : []).Append("int steps");
        return $"private void RunLayer{Literal.Of(layer.Index)}{(isHeld ? "Held" : "")}({string.Join(", ", parameters)})";
    }

    // What the layer passes on, if anything.
    private static (string Type, string Name)? Target(InferenceClass plan, LayerPlan layer) => layer.Spikes ? ("ulong", "spikes" + Literal.Of(layer.Index))
        : plan.Passes(layer) ? ("float", "values" + Literal.Of(layer.Index))
        : null;

    // Room for the active inputs of one projection at a time, and for what arrives of each that has delays of its own.
    internal static string Active(EmitContext context, LayerPlan layer, bool isHeld)
    {
        string type = "global::SnnGen.Runtime." + context.Numbers.Active;
        ProjectionPlan[] projections = [.. layer.Projections.Where(projection => !isHeld || !projection.TakesInput)];
        int most = projections.Select(projection => context.Numbers.ActiveCount(projection.PooledInputs)).DefaultIfEmpty().Max();
        return (most > 0 ? $"global::System.Span<{type}> active = stackalloc {type}[{Literal.Of(most)}];\n" : "")
            + string.Concat(projections.Where(projection => projection.Line is not null).Select(SourceText.Arriving));
    }

    private static string Summed(LayerPlan layer)
    {
        if (!layer.IsSummed)
            return "";
        string index = Literal.Of(layer.Index), potentials = "_potentials" + index;
        return $$"""
            if (steps > 1)
            {
                // Proven not to saturate: the sum over the steps is all that counts.
                {{string.Join("\n    ", layer.Projections.Select(projection => $"_synapticOperations += {ProjectionEmitter.AddSpikes(layer, projection, potentials, potentials, SourceText.Frames(projection))};"))}}
                global::SnnGen.Runtime.FixedPointNeurons.Advance({{potentials}}, Tables.Layer{{index}}Bias, steps);
                return;
            }

            """;
    }

    private static string Loop(EmitContext context, LayerPlan layer, ProjectionPlan[] projections, string start)
    {
        string number = context.Numbers.Number, index = Literal.Of(layer.Index);
        var statements = new List<string>();
        string from = start;
        // What an input spike contributes to lasting currents it contributes at every later step.
        foreach (ProjectionPlan projection in projections.OrderBy(projection => context.Plan.InputLasts && projection.TakesInput ? 0 : 1))
        {
            string to = context.Plan.InputLasts && projection.TakesInput ? start : "currents";
            if (SourceText.Gather(layer, projection) is { } gather)
                statements.Add(gather);
            statements.Add($"_synapticOperations += {ProjectionEmitter.AddSpikes(layer, projection, to, from, SourceText.Frame(projection))};");
            from = to;
        }
        string spikes = layer.Spikes ? $", spikes{index}.Slice(step * Layer{index}Words, Layer{index}Words), step" : "";
        string pass = context.Plan.Passes(layer) ? $"\n    ((global::System.ReadOnlySpan<float>)_potentials{index}).CopyTo(values{index}.Slice(step * Layer{index}Stride));" : "";
        return (from == "currents" ? $"global::System.Span<{number}> currents = stackalloc {number}[{LayerNames.CurrentStride(layer)}];\n" : "") + $$"""
            for (int step = 0; step < steps; step++)
            {
                {{string.Join("\n    ", statements)}}
                FireLayer{{index}}({{from}}{{spikes}});{{pass}}
            }
            """;
    }
}
