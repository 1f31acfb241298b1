using System.Globalization;
using SnnGen.Conversion.Chips;
using SnnGen.Tool.Commands;
using Spectre.Console;

namespace SnnGen.Tool.Evaluation;

/// <summary>A <see cref="ChipMapping"/> for people.</summary>
internal static class MappingTable
{
    /// <summary>Headings of <see cref="Cells"/>.</summary>
    public static readonly string[] Headings = ["Layer", "Neurons", "Synapses", "Fan-in", "Fan-out", "Cores", "Weights, bytes"];

    /// <summary>One row a layer.</summary>
    public static Table Create(ChipMapping mapping)
    {
        Table table = new Table().Title(TableOutput.Cell($"{mapping.Chip}: {Text(mapping.Cores)} cores")).AddColumns(Headings);
        foreach (LayerMapping layer in mapping.Layers)
            table.AddRow([.. Cells(layer).Select(TableOutput.Cell)]);
        return table;
    }

    /// <summary>What a layer takes, in text.</summary>
    public static string[] Cells(LayerMapping layer) =>
    [
        layer.Name, Text(layer.Neurons), Text(layer.Synapses), Text(layer.FanIn), Text(layer.FanOut), Text(layer.Cores), Text((layer.MemoryBits + 7) / 8),
    ];

    private static string Text(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
