using SnnGen.Generators.Emit.Text;
using SnnGen.Generators.Planning;
namespace SnnGen.Generators.Emit.Layers;

/// <summary>The current of an input that is held over the steps: computed once.</summary>
internal static class HeldInputEmitter
{
    /// <summary>Inputs of zero are left out, as the semantics says: it matters for -0 and for the count of operations.</summary>
    public static void WriteHold(EmitContext context, string element) => context.Method(
        $"internal void Hold(global::System.ReadOnlySpan<{element}> input)",
        $"""
        global::SnnGen.Runtime.Arguments.RequireLength(input.Length, InputSize, nameof(input));
        {string.Join("\n", context.Plan.Layers.Where(layer => layer.TakesInput).Select(layer => Hold(context, layer, element)))}
        _isHolding = true;
        """);

    private static string Hold(EmitContext context, LayerPlan layer, string element)
    {
        string index = Literal.Of(layer.Index);
        IEnumerable<string> loops = layer.Projections.Where(projection => projection.TakesInput).Select(projection => $$"""
            for (int i = 0; i < input.Length; i++)
            {
                {{context.Numbers.Number}} x = {{context.Numbers.Level(element)}};
                if (x != 0)
                    _synapticOperations += {{ProjectionEmitter.AddOne(layer, projection)}}(currents{{index}}, i, x);
            }
            """);
        return $"""
            global::System.Span<{context.Numbers.Number}> currents{index} = _heldCurrents{index};
            Tables.Layer{index}Bias.CopyTo(currents{index});
            {string.Join("\n", loops)}
            """;
    }
}
