using System.Xml.Linq;
using SnnGen.Conversion.Chips;
using static SnnGen.Tool.Reporting.Page.Parts;

namespace SnnGen.Tool.Reporting.Page.Sections;

/// <summary>How the network lies on the cores of its chip.</summary>
internal static class MappingSection
{
    /// <summary>The section; null of a network for no chip.</summary>
    public static XElement? Draw(ReportContent content) => content.Figures.Mapping is not { } mapping ? null : Section(
        "mapping", $"Mapping to {mapping.Chip}", $"{Words.Count(mapping.Cores)} cores in all; layers share none, unless the chip has only one.",
        WideTable(
            ["Layer", "Neurons", "Synapses", "Fan-in", "Fan-out", "Cores", "Weights, bytes"],
            mapping.Layers.Select(Row)));

    private static string[] Row(LayerMapping layer) =>
    [
        layer.Name, Words.Count(layer.Neurons), Words.Count(layer.Synapses), Words.Count(layer.FanIn), Words.Count(layer.FanOut), Words.Count(layer.Cores),
        Words.Count((layer.MemoryBits + 7) / 8),
    ];
}
