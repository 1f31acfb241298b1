using SnnGen.Generators.Emit.Text;
using SnnGen.Generators.Planning.Portable;
using SnnGen.Spiking.Layers;

namespace SnnGen.Generators.Emit.Portable;

/// <summary>Sliding windows as loops over tables of offsets.</summary>
internal static class PortableWindowEmitter
{
    /// <summary>Locals <c>nameRows</c> and <c>nameColumns</c> that hold the tables of a window.</summary>
    public static void WriteLocals(PortableContext context, string local, PortableWindow window, string name) => context.Writer.Lines($"""
        {PortableNames.Element(window.Rows)}[] {local}Rows = Tables.{name}Rows;
        {PortableNames.Element(window.Columns)}[] {local}Columns = Tables.{name}Columns;
        """);

    /// <summary>Loops over the taps of a window that reach something.</summary>
    /// <param name="writer">Where they go.</param>
    /// <param name="name">Prefix of its tables and of what is found in them.</param>
    /// <param name="window">The window.</param>
    /// <param name="row">Local of the row that is looked at.</param>
    /// <param name="column">Local of the column.</param>
    /// <param name="body">Writes what is done with <c>nameRow</c> and <c>nameColumn</c>.</param>
    /// <param name="isScaled">Whether the locals already count taps.</param>
    public static void WriteTaps(
        SourceWriter writer, string name, SlidingWindow window, string row, string column, Action body, bool isScaled = false)
    {
        (string i, string k) = name == "pooling" ? ("a", "b") : ("i", "k");
        string rows = isScaled ? row : $"{row} * {Literal.Of(window.KernelHeight)}";
        string columns = isScaled ? column : $"{column} * {Literal.Of(window.KernelWidth)}";
        using (writer.Block($"for (int {i} = 0; {i} < {Literal.Of(window.KernelHeight)}; {i}++)"))
        {
            writer.Lines($"""
                int {name}Row = {name}Rows[{rows} + {i}];
                if ({name}Row < 0)
                    continue;
                """);
            using (writer.Block($"for (int {k} = 0; {k} < {Literal.Of(window.KernelWidth)}; {k}++)"))
            {
                writer.Lines($"""
                    int {name}Column = {name}Columns[{columns} + {k}];
                    if ({name}Column < 0)
                        continue;
                    """);
                body();
            }
        }
    }
}
