using SnnGen.Generators.Emit.Text;
using SnnGen.Generators.Planning;

namespace SnnGen.Generators.Emit.Layers;

/// <summary>The current of an input that is held over the steps: computed once.</summary>
internal static class HeldInputEmitter
{
    public static void Write(EmitContext context)
    {
        foreach (string element in new[] { "byte", "float" })
            WriteHold(context, element);
        context.Method(
            $"private void HoldLevels(global::System.ReadOnlySpan<{context.Numbers.Level}> levels)",
            $"""
            global::System.Span<global::SnnGen.Runtime.{context.Numbers.Active}> active = stackalloc global::SnnGen.Runtime.{context.Numbers.Active}[{Literal.Of(context.Numbers.ActiveCount(context.Plan.InputSize))}];
            {string.Join("\n", context.Plan.Layers.Where(layer => layer.TakesInput).Select(Hold))}
            _isHolding = true;
            """);
    }

    private static void WriteHold(EmitContext context, string element)
    {
        const string Check = "global::SnnGen.Runtime.Arguments.RequireLength(input.Length, InputSize, nameof(input));\n";
        context.Method(
            $"internal void Hold(global::System.ReadOnlySpan<{element}> input)",
            Check + (context.Numbers.LevelOf(element) is { } level
                ? $"""
                global::System.Span<{context.Numbers.Level}> levels = stackalloc {context.Numbers.Level}[InputSize];
                for (int i = 0; i < levels.Length; i++)
                    levels[i] = {level};
                HoldLevels(levels);
                """
                : "HoldLevels(input);"));
    }

    private static string Hold(LayerPlan layer)
    {
        string index = Literal.Of(layer.Index), held = "_heldCurrents" + index;
        // What Loihi's host adds to a bias is kept apart from it.
        string clear = layer.Loihi is null ? "" : $"((global::System.Span<int>){held}).Clear();\n", start = layer.Loihi is null ? $"Tables.Layer{index}Bias" : held;
        return clear + string.Join("\n", layer.Projections.Where(projection => projection.TakesInput).Select((projection, position) =>
            $"_synapticOperations += {ProjectionEmitter.AddLevels(layer, projection, held, position == 0 ? start : held)};"));
    }
}
