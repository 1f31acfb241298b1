using SnnGen.Generators.Emit.Text;
using SnnGen.Generators.Planning.Portable;

namespace SnnGen.Generators.Emit.Portable;

/// <summary>One step of a layer: spikes become currents, currents are pooled, neurons fire.</summary>
internal static class PortableLayerEmitter
{
    /// <summary>The statement that steps a layer.</summary>
    public static string Call(PortableLayer layer) => $"Step{PortableNames.Layer(layer)}({(layer.TakesInput ? "inputs, start, end" : "")});";

    public static void Write(PortableContext context, PortableLayer layer)
    {
        WriteStep(context, layer);
        if (layer.Pooling is { } pooling)
            PortablePoolingEmitter.Write(context, layer, pooling);
        PortableNeuronEmitter.Write(context, layer);
        foreach (PortableProjection projection in layer.Projections)
            PortableProjectionEmitter.Write(context, layer, projection);
    }

    private static void WriteStep(PortableContext context, PortableLayer layer)
    {
        string parameters = layer.TakesInput ? "int[] inputs, int start, int end" : "";
        context.Method($"""
            // {FreeText.Comment(layer.Name)}: {PortableText.Describe(layer)}.
            private void Step{PortableNames.Layer(layer)}({parameters})
            """, () =>
        {
            context.Writer.Lines($"{context.Numbers.Number}[] currents = _currents;");
            if (layer.Loihi is not null)
            {
                PortableLoihiEmitter.WriteStep(context, layer);
                context.Optional(PortableDelayEmitter.AfterLayer(context.Plan, layer));
                return;
            }
            if (layer.TakesInput && context.Plan.InputLasts)
                StartLasting(context, layer);
            else if (layer.TakesInput && context.Plan.HoldsCurrents)
                StartHeld(context, layer);
            else
                PortableParameters.Fill(context, "currents", layer.Bias, PortableNames.Bias(layer), layer.Currents);
            foreach (PortableProjection projection in layer.Projections.Where(projection => !(projection.TakesInput && context.Plan.InputLasts)))
                context.Writer.Lines(PortableProjectionEmitter.Call(context, layer, projection));
            string index = Literal.Of(layer.Index);
            context.Writer.Lines(layer.Pooling is null ? $"FireLayer{index}(currents);" : $"PoolLayer{index}(currents);\nFireLayer{index}(_pooled);");
            context.Optional(PortableDelayEmitter.AfterLayer(context.Plan, layer));
        });
    }

    // No inputs: the held ones. Then there are no spikes of theirs either.
    private static void StartHeld(PortableContext context, PortableLayer layer)
    {
        string index = Literal.Of(layer.Index), size = Literal.Of(layer.Currents);
        using (context.Writer.Block("if (inputs == null)"))
            context.Writer.Lines($"global::System.Array.Copy(_held{index}, currents, {size});");
        context.Writer.Continue();
        using (context.Writer.Block("else"))
            PortableParameters.Fill(context, "currents", layer.Bias, PortableNames.Bias(layer), layer.Currents);
    }

    // What an input spike contributes it contributes at every later step: it is added once, to currents that stay.
    private static void StartLasting(PortableContext context, PortableLayer layer)
    {
        foreach (PortableProjection projection in layer.Projections.Where(projection => projection.TakesInput))
            context.Writer.Lines(PortableProjectionEmitter.Call(context, layer, projection, "_held" + Literal.Of(layer.Index)));
        context.Writer.Lines($"global::System.Array.Copy(_held{Literal.Of(layer.Index)}, currents, {Literal.Of(layer.Currents)});");
    }
}
