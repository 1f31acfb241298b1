using SnnGen.Generators.Emit.Text;
using SnnGen.Generators.Planning.Portable;

namespace SnnGen.Generators.Emit.Portable;

/// <summary>Loops over values of which each has one of its own, each channel one, or all the same.</summary>
internal static class PortableParameters
{
    /// <summary>The head of a loop over <paramref name="count"/> values <c>j</c> of some tables.</summary>
    public static string Loop(int count, params PortableTable[] tables) => tables.FirstOrDefault(table => IsByChannel(table, count)) is { } byChannel
        ? $"for (int j = 0, channel = 0; j < {Literal.Of(count)}; j++, channel = channel + 1 < {Literal.Of(byChannel.Count)} ? channel + 1 : 0)"
        : $"for (int j = 0; j < {Literal.Of(count)}; j++)";

    /// <summary>The value at <c>j</c>; <paramref name="name"/> is a local that holds the table.</summary>
    public static string At(PortableTable table, string name, int count) => table.Count == 1
        ? PortableNumbers.Literal(table, 0)
        : $"{name}[{(IsByChannel(table, count) ? "channel" : "j")}]";

    /// <summary>Fills an array from a table.</summary>
    public static void Fill(PortableContext context, string target, PortableTable table, string name, int count)
    {
        string size = Literal.Of(count);
        if (table.Count == 1 && PortableNumbers.Literal(table, 0) is "0" or "0f")
            context.Writer.Lines($"global::System.Array.Clear({target}, 0, {size});");
        else if (table.Count == count && table.Count > 1 && table.Element is TableElement.Int32 or TableElement.Float32)
            context.Writer.Lines($"global::System.Array.Copy(Tables.{name}, {target}, {size});");
        else
            context.Writer.Lines($"{Loop(count, table)}\n    {target}[j] = {At(table, "Tables." + name, count)};");
    }

    private static bool IsByChannel(PortableTable table, int count) => table.Count > 1 && table.Count < count;
}
