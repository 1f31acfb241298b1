using SnnGen.Generators.Emit.Text;
using SnnGen.Generators.Planning;

namespace SnnGen.Generators.Emit.Layers;

/// <summary>What layers and the input passed on in earlier steps, as far as it still is to arrive.</summary>
internal static class HistoryEmitter
{
    private const string Span = "global::System.ReadOnlySpan";

    /// <summary>Expression of a layer's spikes in the last step.</summary>
    public static string LastSpikes(InferenceClass plan, LayerPlan layer)
    {
        string index = Literal.Of(layer.Index);
        int history = plan.History(layer.Index);
        return history > 1 ? $"(({Span}<ulong>)_spikes{index}).Slice({Literal.Of(history - 1)} * Layer{index}Words)" : "_spikes" + index;
    }

    /// <summary>Statements that put the inputs of the steps before in front of those of some steps.</summary>
    public static string Inputs(InferenceClass plan, bool isHeld)
    {
        if (!plan.DelaysInput)
            return "";
        return isHeld ? "_lateInputs = default;\n" : $"""
            global::System.Span<ulong> delayedFrames = stackalloc ulong[(steps + {Literal.Of(plan.InputHistory)}) * FrameWords];
            (({Span}<ulong>)_lateInputs).CopyTo(delayedFrames);
            frames.CopyTo(delayedFrames.Slice({Frames(plan.InputHistory, "FrameWords")}));
            delayedFrames.Slice(steps * FrameWords).CopyTo(_lateInputs);

            """;
    }

    /// <summary>Statements that make room for what a layer passes on. Where some of it arrives later, that of the steps before comes first.</summary>
    public static string Allocate(InferenceClass plan, LayerPlan layer)
    {
        string index = Literal.Of(layer.Index);
        int history = plan.History(layer.Index);
        if (!layer.Spikes && !plan.Passes(layer))
            return "";
        (string type, string name, string length, string kept) = layer.Spikes
            ? ("ulong", "spikes" + index, $"Layer{index}Words", "_spikes" + index)
            : ("float", "values" + index, $"Layer{index}Stride", "_late" + index);
        string late = (layer.Spikes ? "delayed" : "delayedValues") + index;
        return history > 0
            ? $"""
                global::System.Span<{type}> {late} = stackalloc {type}[(steps + {Literal.Of(history)}) * {length}];
                (({Span}<{type}>){kept}).CopyTo({late});
                global::System.Span<{type}> {name} = {late}.Slice({Frames(history, length)});

                """
            : $"global::System.Span<{type}> {name} = stackalloc {type}[steps * {length}];\n";
    }

    /// <summary>Statements that keep what arrives after these steps.</summary>
    public static string Remember(InferenceClass plan, LayerPlan layer)
    {
        string index = Literal.Of(layer.Index);
        int history = plan.History(layer.Index);
        if (!layer.Spikes)
            return plan.Passes(layer) && history > 0 ? $"delayedValues{index}.Slice(steps * Layer{index}Stride).CopyTo(_late{index});\n" : "";
        return history > 1
            ? $"delayed{index}.Slice(steps * Layer{index}Words).CopyTo(_spikes{index});\n"
            : $"spikes{index}.Slice((steps - 1) * Layer{index}Words).CopyTo(_spikes{index});\n";
    }

    private static string Frames(int count, string length) => count == 1 ? length : $"{Literal.Of(count)} * {length}";
}
