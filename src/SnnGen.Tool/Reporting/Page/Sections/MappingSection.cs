using System.Xml.Linq;
using SnnGen.Tool.Evaluation;
using static SnnGen.Tool.Reporting.Page.Parts;

namespace SnnGen.Tool.Reporting.Page.Sections;

/// <summary>How the network lies on the cores of its chip.</summary>
internal static class MappingSection
{
    /// <summary>The section; null of a network for no chip.</summary>
    public static XElement? Draw(ReportContent content) => content.Figures.Mapping is not { } mapping ? null : Section(
        "mapping", $"Mapping to {mapping.Chip}", $"{Words.Count(mapping.Cores)} cores in all; layers share none, unless the chip has only one.",
        WideTable(MappingTable.Headings, mapping.Layers.Select(MappingTable.Cells)));
}
