using SnnGen.Generators.Emit.Text;
using SnnGen.Generators.Planning.Portable;
using SnnGen.Spiking.Layers;

namespace SnnGen.Generators.Emit.Portable;

/// <summary>
/// The method of a projection, whose cost is that of the spikes: it adds the weights of each input that spikes. Of a held
/// input it adds those of one input, times its value.
/// </summary>
internal static class PortableProjectionEmitter
{
    /// <summary>The statement that adds this step's spikes of a projection.</summary>
    public static string Call(PortableContext context, PortableLayer layer, PortableProjection projection, string currents = "currents")
    {
        if (projection.TakesValues)
            return AddValues(context, layer, projection, currents);
        string add = PortableNames.Add(layer, projection);
        (string spikes, string start, string end) = Source(projection);
        string statement = IsHeld(context, projection) ? $"""
            for (int e = {start}; e < {end}; e++)
                _synapticOperations += {add}({currents}, {spikes}[e], {Literal.Of(projection.SpikeWorth)});
            """ : $"_synapticOperations += {add}({currents}, {spikes}, {start}, {end});";
        return projection.LongestDelay == 0 ? statement : $$"""
            {
                {{PortableDelayEmitter.Gather(context, layer, projection).Replace("\n", "\n    ")}}
                {{statement.Replace("\n", "\n    ")}}
            }
            """;
    }

    private static string AddValues(PortableContext context, PortableLayer layer, PortableProjection projection, string currents)
    {
        bool isLate = projection.LongestDelay > 0;
        string at = isLate ? PortableDelayEmitter.At(layer, projection) + "\n    " : "";
        string value = isLate ? $"at < 0 ? 0f : {PortableDelayEmitter.Element(context.Plan, projection)}" : $"_potentials{Literal.Of(projection.Source)}[i]";
        return $$"""
            for (int i = 0; i < {{Literal.Of(projection.Inputs)}}; i++)
            {
                {{at}}float x = {{value}};
                if (x != 0f)
                    _synapticOperations += {{PortableNames.Add(layer, projection)}}({{currents}}, i, x);
            }
            """;
    }

    /// <summary>Writes the method.</summary>
    public static void Write(PortableContext context, PortableLayer layer, PortableProjection projection)
    {
        SourceWriter writer = context.Writer;
        bool isHeld = IsHeld(context, projection) || projection.TakesValues, isDense = projection.Map is null;
        string number = context.Numbers.Number, outputs = Literal.Of(projection.Outputs);
        string parameters = isHeld ? $"int input, {number} x" : "int[] inputs, int start, int end";
        string? factor = isHeld ? "x" : projection.SpikeWorth > 1 ? Literal.Of(projection.SpikeWorth) : null;
        context.Method($"private static long {PortableNames.Add(layer, projection)}({number}[] currents, {parameters})", () =>
        {
            WriteLocals(context, layer, projection);
            if (!isDense)
                writer.Lines("long operations = 0;");
            if (isHeld)
                WriteInput(context, projection, factor);
            else
            {
                using (writer.Block("for (int e = start; e < end; e++)"))
                {
                    writer.Lines("int input = inputs[e];");
                    WriteInput(context, projection, factor);
                }
            }
            writer.Lines(!isDense ? "return operations;" : isHeld ? $"return {outputs};" : $"return (long)(end - start) * {outputs};");
        });
    }

    private static (string Spikes, string Start, string End) Source(PortableProjection projection)
    {
        string index = Literal.Of(projection.Source);
        return projection.LongestDelay > 0 ? ("_arriving", "0", "count")
            : projection.TakesInput ? ("inputs", "start", "end")
            : ("_spikes" + index, "0", "_spikeCount" + index);
    }

    // Only currents of an analog input are multiplied by it, and only they are computed ahead of the steps.
    private static bool IsHeld(PortableContext context, PortableProjection projection) => projection.TakesInput && context.Plan.HoldsCurrents;

    // Statics of a class may cost a check at each access; a local never does.
    private static void WriteLocals(PortableContext context, PortableLayer layer, PortableProjection projection)
    {
        context.Writer.Lines($"{PortableNames.Element(projection.Weights)}[] weights = Tables.{PortableNames.Weights(layer, projection)};");
        if (projection.Pooling is { } pooling)
            PortableWindowEmitter.WriteLocals(context, "pooling", pooling, PortableNames.SumPooling(layer, projection));
        if (projection.Convolution is { } convolution)
            PortableWindowEmitter.WriteLocals(context, "window", convolution, PortableNames.Convolution(layer, projection));
    }

    private static void WriteInput(PortableContext context, PortableProjection projection, string? factor)
    {
        string outputs = Literal.Of(projection.Outputs);
        if (projection.Map is not { } map)
        {
            context.Writer.Lines($"""
                int row = input * {outputs};
                for (int j = 0; j < {outputs}; j++)
                    {context.Numbers.Accumulate("currents[j]", "weights[row + j]", factor)}
                """);
            return;
        }
        WritePlace(context, map, projection.Order);
        if (projection.Pooling is null)
        {
            WriteConvolution(context, projection, projection.Convolution!, "row", "column", factor);
            return;
        }
        PortableWindowEmitter.WriteTaps(context.Writer, "pooling", projection.Pooling.Window, "row", "column", () =>
        {
            if (projection.Convolution is { } convolution)
            {
                WriteConvolution(context, projection, convolution, "poolingRow", "poolingColumn", factor, isScaled: true);
                return;
            }
            context.Writer.Lines($"""
                int first = (poolingRow + poolingColumn + channel) * {outputs};
                for (int j = 0; j < {outputs}; j++)
                    {context.Numbers.Accumulate("currents[j]", "weights[first + j]", factor)}
                operations += {outputs};
                """);
        });
    }

    private static void WritePlace(PortableContext context, FeatureMap map, ChannelOrder order)
    {
        string height = Literal.Of(map.Height), width = Literal.Of(map.Width), channels = Literal.Of(map.Channels);
        context.Writer.Lines(map.Channels == 1
            ? $"""
                const int channel = 0;
                int row = input / {width}, column = input % {width};
                """
            : order == ChannelOrder.Last
            ? $"""
                int channel = input % {channels}, place = input / {channels};
                int row = place / {width}, column = place % {width};
                """
            : $"""
                int channel = input / {Literal.Of(map.Height * map.Width)}, place = input / {width};
                int row = place % {height}, column = input % {width};
                """);
    }

    private static void WriteConvolution(
        PortableContext context, PortableProjection projection, PortableWindow convolution, string row, string column, string? factor, bool isScaled = false)
    {
        SlidingWindow window = convolution.Window;
        int fanOut = window.Output.Channels / projection.Groups, perGroup = window.Input.Channels / projection.Groups;
        string first = projection.Groups == 1 ? "" : $" + channel / {Literal.Of(perGroup)} * {Literal.Of(fanOut)}";
        string kernel = $"(channel * {Literal.Of(window.Taps)} + i * {Literal.Of(window.KernelWidth)} + k) * {Literal.Of(fanOut)}";
        PortableWindowEmitter.WriteTaps(context.Writer, "window", window, row, column, () => context.Writer.Lines($"""
            int target = windowRow + windowColumn{first};
            int weight = {kernel};
            for (int j = 0; j < {Literal.Of(fanOut)}; j++)
                {context.Numbers.Accumulate("currents[target + j]", "weights[weight + j]", factor)}
            operations += {Literal.Of(fanOut)};
            """), isScaled);
    }
}
