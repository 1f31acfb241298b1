using SnnGen.Generators.Emit.Layers;
using SnnGen.Generators.Emit.Text;
using SnnGen.Generators.Planning;
using SnnGen.Spiking;

namespace SnnGen.Generators.Emit.Members;

/// <summary>The constants of a network: data of the assembly, read where it lies.</summary>
internal static class TablesEmitter
{
    private const int WordsPerLine = 8;

    public static void Write(EmitContext context)
    {
        // A file of its own, without references: their flow analysis would take four fifths of the compiler's time.
        context.Writer.Lines("#nullable disable");
        using (context.Writer.Block("private static class Tables"))
        {
            foreach (LayerPlan layer in context.Plan.Layers)
                WriteLayer(context, layer, layer.Tables!);
            if (context.Plan.ExitGains.Count > 0)
                WriteTable(context.Writer, "ExitGains", "int", "Int32", TablePacker.Pack(context.Plan.ExitGains.ToArray()));
        }
    }

    private static void WriteLayer(EmitContext context, LayerPlan layer, LayerTables tables)
    {
        string name = "Layer" + Literal.Of(layer.Index);
        (string number, string reader) = (context.Numbers.Number, context.Numbers.NumberReader);
        WriteTable(context.Writer, name + "Bias", number, reader, tables.Bias);
        if (layer.Spikes)
            WriteTable(context.Writer, name + "Threshold", number, reader, tables.Threshold);
        WriteTable(context.Writer, name + "InitialPotential", number, reader, tables.InitialPotential);
        if (tables.Membrane is { } membrane)
            WriteMembrane(context, name, membrane);
        foreach (ProjectionPlan projection in layer.Projections)
        {
            (string type, string weightReader) = Describe(projection.Storage);
            WriteTable(context.Writer, LayerNames.WeightTable(layer, projection), type, weightReader, projection.Weights!.Value);
            if (projection.Line is { } line)
            {
                WriteTable(context.Writer, LayerNames.DelayTable(layer, projection), "int", "Int32", line.Delays);
                if (line.Masks is { } masks)
                    WriteTable(context.Writer, LayerNames.DelayMaskTable(layer, projection), "ulong", "Words", masks);
            }
            if (projection.Layout is { } layout)
                WriteTable(context.Writer, LayerNames.TapTable(layer, projection), "byte", "Bytes", TablePacker.Pack(layout.Taps));
        }
    }

    private static void WriteMembrane(EmitContext context, string name, MembraneTables membrane)
    {
        (string Name, EquatableArray<ulong>? Words)[] tables =
            [("Leak", membrane.Leak), ("SynapticLeak", membrane.SynapticLeak), ("Drive", membrane.Drive), ("Floor", membrane.Floor), ("ResetValue", membrane.ResetValue)];
        foreach ((string table, EquatableArray<ulong>? words) in tables)
            if (words is { } values)
                WriteTable(context.Writer, name + table, context.Numbers.Number, context.Numbers.NumberReader, values);
    }

    private static (string Type, string Reader) Describe(WeightStorage storage) => storage switch
    {
        WeightStorage.Float32 => ("float", "Float32"),
        WeightStorage.Int8 => ("sbyte", "Int8"),
        WeightStorage.Int16 => ("short", "Int16"),
        _ => ("byte", "Bytes"),
    };

    private static void WriteTable(SourceWriter writer, string name, string type, string reader, EquatableArray<ulong> words)
    {
        writer.Separate();
        writer.Lines($"public static global::System.ReadOnlySpan<{type}> {name} => global::SnnGen.Runtime.Tables.{reader}(new ulong[]");
        writer.Lines("{");
        writer.Table(words, WordsPerLine, static word => Literal.Of(word));
        writer.Lines("});");
    }
}
