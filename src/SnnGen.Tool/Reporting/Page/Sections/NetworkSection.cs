using System.Xml.Linq;
using SnnGen.Spiking.Memory;
using SnnGen.Tool.Reporting.Charts;
using static SnnGen.Tool.Reporting.Page.Html;
using static SnnGen.Tool.Reporting.Page.Parts;

namespace SnnGen.Tool.Reporting.Page.Sections;

/// <summary>Its layers, and the memory they take.</summary>
internal static class NetworkSection
{
    /// <summary>The section.</summary>
    public static XElement Draw(ReportContent content)
    {
        MemoryUse modern = ModernMemory.Of(content.Network), portable = PortableMemory.Of(content.Network);
        return Section(
            "network", "The network", "Each layer is a population of spiking neurons; within a step spikes travel from top to bottom.",
            Cards(
                Card("Layers", NetworkDiagram.Draw(content.Network)),
                Card(
                    "Memory of the compiled class",
                    Table(
                        ["Profile", "Tables, bytes", "State, bytes"],
                        [["Modern", Words.Count(modern.Tables), Words.Count(modern.State)], ["Portable", Words.Count(portable.Tables), Words.Count(portable.State)]]),
                    E("p", "Modern reads its tables in place and keeps its state on the stack; Portable copies its tables into RAM at first use."))));
    }
}
