using SnnGen.Generators.Emit.Text;
using SnnGen.Generators.Planning;
using SnnGen.Spiking.Layers;

namespace SnnGen.Generators.Emit.Layers;

/// <summary>What the spikes of a projection, or the values of a held input, add to the currents of its layer.</summary>
internal static class ProjectionEmitter
{
    /// <summary>Expression that adds spikes and gives the number of synaptic operations.</summary>
    public static string AddSpikes(LayerPlan layer, ProjectionPlan projection, string currents, string start, string frames) =>
        $"{Name("Add", layer, projection)}({currents}, {start}, {frames}, active)";

    /// <summary>Expression that adds held values and gives the number of synaptic operations.</summary>
    public static string AddLevels(LayerPlan layer, ProjectionPlan projection, string currents, string start) =>
        $"{Name("Hold", layer, projection)}({currents}, {start}, levels, active)";

    /// <summary>Writes the methods and constants of a projection.</summary>
    public static void Write(EmitContext context, LayerPlan layer, ProjectionPlan projection)
    {
        string number = context.Numbers.Number;
        string to = $"global::System.Span<{number}> currents, global::System.ReadOnlySpan<{number}> start";
        string active = $"global::System.Span<global::SnnGen.Runtime.{context.Numbers.Active}> active";
        context.Method(
            $"private static long {Name("Add", layer, projection)}({to}, global::System.ReadOnlySpan<{(projection.TakesValues ? "float> levels" : "ulong> frames")}, {active})",
            projection.TakesValues ? context.Numbers.AddLevels(layer, projection) : context.Numbers.AddSpikes(layer, projection));
        if (projection.TakesInput && context.Plan.HoldsInput)
        {
            context.Method(
                $"private static long {Name("Hold", layer, projection)}({to}, global::System.ReadOnlySpan<{context.Numbers.Level}> levels, {active})",
                context.Numbers.AddLevels(layer, projection));
        }
        bool isFirst = projection.Order == ChannelOrder.First && projection.Kernel == ProjectionKernel.Scatter;
        if (projection.Pooling is { } pooling)
            WindowText.Write(context.Writer, LayerNames.Pooling(layer, projection), pooling, isFirst);
        if (projection.Window is { } window)
            WindowText.Write(context.Writer, LayerNames.Window(layer, projection), window, isFirst && projection.Pooling is null);
        if (projection.Layout is { } layout)
            WindowText.WriteBlocks(context.Writer, LayerNames.Blocks(layer, projection), layout, projection.Window!);
    }

    private static string Name(string verb, LayerPlan layer, ProjectionPlan projection) =>
        $"{verb}Layer{Literal.Of(layer.Index)}Projection{Literal.Of(projection.Index)}";
}
