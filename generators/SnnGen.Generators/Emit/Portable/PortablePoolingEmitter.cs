using SnnGen.Generators.Emit.Text;
using SnnGen.Generators.Planning.Portable;
using SnnGen.Spiking.Layers;

namespace SnnGen.Generators.Emit.Portable;

/// <summary>Max pooling of currents: the leader of each window, and how far the other taps are behind it.</summary>
internal static class PortablePoolingEmitter
{
    public static void Write(PortableContext context, PortableLayer layer, PortableWindow pooling)
    {
        SourceWriter writer = context.Writer;
        SlidingWindow window = pooling.Window;
        string number = context.Numbers.Number, index = Literal.Of(layer.Index);
        context.Method($"private void PoolLayer{index}({number}[] currents)", () =>
        {
            writer.Lines($"""
                {number}[] deficits = _deficits{index};
                {number}[] pooled = _pooled;
                """);
            PortableWindowEmitter.WriteLocals(context, "window", pooling, PortableNames.MaxPooling(layer));
            writer.Lines("int output = 0;");
            using (writer.Block($"for (int row = 0; row < {Literal.Of(window.Output.Height)}; row++)"))
            using (writer.Block($"for (int column = 0; column < {Literal.Of(window.Output.Width)}; column++)"))
            using (writer.Block($"for (int channel = 0; channel < {Literal.Of(window.Output.Channels)}; channel++, output++)"))
                WriteWindow(context, window);
        });
    }

    private static void WriteWindow(PortableContext context, SlidingWindow window)
    {
        SourceWriter writer = context.Writer;
        string tap = $"first + i * {Literal.Of(window.KernelWidth)} + k";
        writer.Lines($"""
            int first = output * {Literal.Of(window.Taps)};
            bool isFirst = true;
            {context.Numbers.Number} largest = 0;
            """);
        PortableWindowEmitter.WriteTaps(writer, "window", window, "row", "column", () => writer.Lines($"""
            {context.Numbers.Number} sum = {context.Numbers.Add($"deficits[{tap}]", "currents[windowRow + windowColumn + channel]")};
            deficits[{tap}] = sum;
            if (isFirst || sum >= largest)
                largest = sum;
            isFirst = false;
            """));
        PortableWindowEmitter.WriteTaps(writer, "window", window, "row", "column", () => writer.Lines(
            $"deficits[{tap}] = {Deficit(context, $"deficits[{tap}]")};"));
        writer.Lines("pooled[output] = largest;");
    }

    // The leader is at least its current, so the limit fits 32 bits, and so does a difference within it.
    private static string Deficit(PortableContext context, string sum)
    {
        string limit = Literal.Of(-MaxPooling.LowestDeficit), difference = context.Numbers.Subtract(sum, "largest");
        return context.Plan.IsFloat ? difference : $"{sum} < largest - {limit} ? -{limit} : {difference}";
    }
}
