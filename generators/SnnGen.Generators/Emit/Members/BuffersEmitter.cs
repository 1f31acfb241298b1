using SnnGen.Generators.Emit.Text;
using SnnGen.Generators.Planning;

namespace SnnGen.Generators.Emit.Members;

/// <summary>The fixed-size buffers that the public types are made of.</summary>
internal static class BuffersEmitter
{
    public static void Write(EmitContext context)
    {
        if (context.Plan.IsShapeOnly)
            return;
        string number = context.Numbers.Number;
        WriteBuffer(context.Writer, "SpikeTrainWords", "TimeSteps * FrameWords", "ulong");
        if (context.Plan.InputLasts)
            WriteBuffer(context.Writer, "InputWords", "FrameWords", "ulong");
        if (context.Plan.DelaysInput)
            WriteBuffer(context.Writer, "LateInputWords", Frames("FrameWords", context.Plan.InputHistory), "ulong");
        if (context.Plan.HasScores)
            WriteBuffer(context.Writer, "OutputScores", "OutputSize", "int");
        WriteBuffer(context.Writer, "OutputValues", "OutputSize", number);
        foreach (LayerPlan layer in context.Plan.Layers)
        {
            string name = "Layer" + Literal.Of(layer.Index);
            WriteBuffer(context.Writer, name + "Values", name + "Stride", number);
            if (layer.Pooling is not null)
            {
                if (layer.TakesInput && context.Plan.KeepsInputCurrents)
                    WriteBuffer(context.Writer, name + "CurrentValues", name + "CurrentStride", number);
                WriteBuffer(context.Writer, name + "DeficitValues", name + "Deficits", number);
            }
            if (layer.Rests)
                WriteBuffer(context.Writer, name + "Counters", name + "Stride", "int");
            int history = context.Plan.History(layer.Index);
            if (layer.Spikes)
                WriteBuffer(context.Writer, name + "SpikeWords", Frames(name + "Words", history), "ulong");
            else if (history > 0)
                WriteBuffer(context.Writer, name + "LateValues", Frames(name + "Stride", history), number);
        }
    }

    private static string Frames(string length, int count) => count > 1 ? $"{Literal.Of(count)} * {length}" : length;

    private static void WriteBuffer(SourceWriter writer, string name, string length, string element)
    {
        writer.Separate();
        using (writer.Block($"""
            [global::System.Runtime.CompilerServices.InlineArray({length})]
            private struct {name}
            """))
        {
            writer.Lines($"private {element} _first;");
        }
    }
}
