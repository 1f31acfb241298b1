using SnnGen.Generators.Emit.Text;
using SnnGen.Generators.Planning;

namespace SnnGen.Generators.Emit.Layers;

/// <summary>Where projections find what their source passes on: spikes as frames of bits, or values, of this step or of an earlier one.</summary>
internal static class SourceText
{
    /// <summary>The statement that makes room for what arrives of a projection whose inputs have delays of their own.</summary>
    public static string Arriving(ProjectionPlan projection)
    {
        (string type, _, string length) = Source(projection);
        return $"global::System.Span<{type}> arriving{Literal.Of(projection.Index)} = stackalloc {type}[{(projection.TakesValues ? Literal.Of(projection.Inputs) : length)}];\n";
    }

    /// <summary>The statement that gathers it; null of other projections.</summary>
    public static string? Gather(LayerPlan layer, ProjectionPlan projection)
    {
        if (projection.Line is null)
            return null;
        (_, string name, string length) = Source(projection);
        string delays = "Tables." + LayerNames.DelayTable(layer, projection), arriving = "arriving" + Literal.Of(projection.Index);
        string step = $"step + {Literal.Of(projection.History)}";
        return projection.TakesValues
            ? $"global::SnnGen.Runtime.DelayLine.Gather({name}, {length}, {step}, {delays}, {arriving});"
            : $"global::SnnGen.Runtime.DelayLine.Gather({name}, {step}, {delays}, Tables.{LayerNames.DelayMaskTable(layer, projection)}, {arriving});";
    }

    /// <summary>All of some steps: what takes steps to arrive has that many frames more, which arrive after them.</summary>
    public static string Frames(ProjectionPlan projection)
    {
        (_, string name, string length) = Source(projection);
        return projection.Delay > 0 ? $"{name}.Slice({(Lead(projection) == 0 ? "0" : $"{Literal.Of(Lead(projection))} * {length}")}, steps * {length})" : name;
    }

    /// <summary>What arrives at one step.</summary>
    public static string Frame(ProjectionPlan projection)
    {
        if (projection.Line is not null)
            return "arriving" + Literal.Of(projection.Index);
        (_, string name, string length) = Source(projection);
        string step = Lead(projection) == 0 ? "step" : $"(step + {Literal.Of(Lead(projection))})";
        return $"{name}.Slice({step} * {length}, {(projection.TakesValues ? Literal.Of(projection.Inputs) : length)})";
    }

    // Frames that come before the first to arrive: others are remembered for longer.
    private static int Lead(ProjectionPlan projection) => projection.Delay == 0 ? 0 : projection.History - projection.Delay;

    /// <summary>The parameters by which a layer gets what drives it.</summary>
    public static IEnumerable<(string Type, string Name, string Length)> Sources(LayerPlan layer, bool isHeld) =>
        layer.Projections.Where(projection => !isHeld || !projection.TakesInput).Select(Source).Distinct();

    private static (string Type, string Name, string Length) Source(ProjectionPlan projection)
    {
        bool isLate = projection.LongestDelay > 0;
        string source = Literal.Of(projection.Source);
        return projection.TakesInput ? ("ulong", isLate ? "delayedFrames" : "frames", "FrameWords")
            : projection.TakesValues ? ("float", (isLate ? "delayedValues" : "values") + source, $"Layer{source}Stride")
            : ("ulong", (isLate ? "delayed" : "spikes") + source, $"Layer{source}Words");
    }
}
