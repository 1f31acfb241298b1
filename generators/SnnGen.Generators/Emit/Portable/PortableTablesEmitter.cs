using SnnGen.Generators.Emit.Text;
using SnnGen.Generators.Planning.Portable;

namespace SnnGen.Generators.Emit.Portable;

/// <summary>The constants of a network: arrays that the runtime fills from the assembly's data when they are first needed.</summary>
internal static class PortableTablesEmitter
{
    private const int ValuesPerLine = 24;

    public static void Write(PortableContext context)
    {
        context.Writer.Separate();
        using (context.Writer.Block("private static class Tables"))
        {
            foreach (PortableLayer layer in context.Plan.Layers)
                WriteLayer(context, layer);
            if (context.Plan.ExitGains is { } gains)
                WriteTable(context, "ExitGains", gains);
        }
    }

    private static void WriteLayer(PortableContext context, PortableLayer layer)
    {
        WriteParameter(context, PortableNames.Bias(layer), layer.Bias);
        if (layer.Spikes)
            WriteParameter(context, PortableNames.Threshold(layer), layer.Threshold);
        WriteParameter(context, PortableNames.InitialPotential(layer), layer.InitialPotential);
        foreach ((string name, PortableTable table) in layer.Membrane?.Tables ?? [])
            WriteParameter(context, PortableNames.Layer(layer) + name, table);
        foreach (PortableProjection projection in layer.Projections)
        {
            if (projection.InputDelays is { } delays)
                WriteParameter(context, PortableNames.Delays(layer, projection), delays);
            WriteTable(context, PortableNames.Weights(layer, projection), projection.Weights);
            WriteWindow(context, PortableNames.SumPooling(layer, projection), projection.Pooling);
            WriteWindow(context, PortableNames.Convolution(layer, projection), projection.Convolution);
        }
        WriteWindow(context, PortableNames.MaxPooling(layer), layer.Pooling);
    }

    // A single value is a literal where it is used.
    private static void WriteParameter(PortableContext context, string name, PortableTable table)
    {
        if (table.Count > 1)
            WriteTable(context, name, table);
    }

    private static void WriteWindow(PortableContext context, string name, PortableWindow? window)
    {
        if (window is null)
            return;
        WriteTable(context, name + "Rows", window.Rows);
        WriteTable(context, name + "Columns", window.Columns);
    }

    private static void WriteTable(PortableContext context, string name, PortableTable table)
    {
        string type = PortableNames.Element(table);
        context.Writer.Separate();
        context.Writer.Lines($"public static readonly {type}[] {name} =");
        context.Writer.Lines("{");
        if (table.Element == TableElement.Float32)
            context.Writer.Table(table.Floats, ValuesPerLine / 3, static value => Literal.Of(value));
        else
            context.Writer.Table(table.Integers, ValuesPerLine, static value => Literal.Of(value));
        context.Writer.Lines("};");
    }
}
