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
    public static string Call(LayerPlan layer, bool isHeld)
    {
        bool holds = isHeld && layer.TakesInput;
        IEnumerable<string> arguments = Sources(layer, holds).Select(source => source.Name)
            .Concat(layer.Dynamics is null ? [] : ["spikes" + Literal.Of(layer.Index)]).Append("steps");
        return $"RunLayer{Literal.Of(layer.Index)}{(holds ? "Held" : "")}({string.Join(", ", arguments)});";
    }

    private static void WriteRun(EmitContext context, LayerPlan layer)
    {
        string index = Literal.Of(layer.Index);
        string start = context.Plan.InputLasts && layer.TakesInput ? $"_heldCurrents{index}" : $"Tables.Layer{index}Bias";
        context.Method(
            $"// {FreeText.Comment(layer.Name)}: {LayerText.Describe(layer)}.\n" + Declaration(layer, isHeld: false),
            Active(context, layer, isHeld: false) + Summed(layer) + Loop(context, layer, [.. layer.Projections], start));
    }

    private static void WriteRunHeld(EmitContext context, LayerPlan layer)
    {
        string index = Literal.Of(layer.Index), held = $"_heldCurrents{index}";
        context.Method(Declaration(layer, isHeld: true), layer.TakesInputOnly
            ? FireEmitter.CallHeld(context, layer, held)
            : Active(context, layer, isHeld: true) + Loop(context, layer, [.. layer.Projections.Where(projection => !projection.TakesInput)], held));
    }

    internal static string Declaration(LayerPlan layer, bool isHeld)
    {
        IEnumerable<string> parameters = Sources(layer, isHeld).Select(source => $"global::System.ReadOnlySpan<ulong> {source.Name}")
            .Concat(layer.Dynamics is null ? [] : ["global::System.Span<ulong> spikes" + Literal.Of(layer.Index)]).Append("int steps");
        return $"private void RunLayer{Literal.Of(layer.Index)}{(isHeld ? "Held" : "")}({string.Join(", ", parameters)})";
    }

    // Room for the active inputs of one projection at a time.
    internal static string Active(EmitContext context, LayerPlan layer, bool isHeld)
    {
        string type = "global::SnnGen.Runtime." + context.Numbers.Active;
        int most = layer.Projections.Where(projection => !isHeld || !projection.TakesInput).Max(projection => context.Numbers.ActiveCount(projection.PooledInputs));
        return $"global::System.Span<{type}> active = stackalloc {type}[{Literal.Of(most)}];\n";
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
                {{string.Join("\n    ", layer.Projections.Select(projection => $"_synapticOperations += {ProjectionEmitter.AddSpikes(layer, projection, potentials, potentials, Frames(projection))};"))}}
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
            statements.Add($"_synapticOperations += {ProjectionEmitter.AddSpikes(layer, projection, to, from, Frame(projection))};");
            from = to;
        }
        string spikes = layer.Dynamics is null ? "" : $", spikes{index}.Slice(step * Layer{index}Words, Layer{index}Words), step";
        bool needsCurrents = statements.Count == 0 || from == "currents";
        return (needsCurrents ? $"global::System.Span<{number}> currents = stackalloc {number}[{LayerNames.CurrentStride(layer)}];\n" : "") + $$"""
            for (int step = 0; step < steps; step++)
            {
                {{string.Join("\n    ", statements)}}
                FireLayer{{index}}({{from}}{{spikes}});
            }
            """;
    }

    // All of some steps: what takes a step to arrive has one frame more, which arrives after them.
    private static string Frames(ProjectionPlan projection)
    {
        (string name, string words) = Source(projection);
        return projection.Delay > 0 ? $"{name}.Slice(0, steps * {words})" : name;
    }

    internal static string Frame(ProjectionPlan projection)
    {
        (string name, string words) = Source(projection);
        return $"{name}.Slice(step * {words}, {words})";
    }

    private static IEnumerable<(string Name, string Words)> Sources(LayerPlan layer, bool isHeld) =>
        layer.Projections.Where(projection => !isHeld || !projection.TakesInput).Select(Source).Distinct();

    private static (string Name, string Words) Source(ProjectionPlan projection)
    {
        string delayed = projection.Delay > 0 ? "delayed" : "";
        return projection.TakesInput
            ? (delayed.Length == 0 ? "frames" : "delayedFrames", "FrameWords")
            : ((delayed.Length == 0 ? "spikes" : delayed) + Literal.Of(projection.Source), $"Layer{Literal.Of(projection.Source)}Words");
    }
}
