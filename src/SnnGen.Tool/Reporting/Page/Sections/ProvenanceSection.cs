using System.Xml.Linq;
using static SnnGen.Tool.Reporting.Page.Html;
using static SnnGen.Tool.Reporting.Page.Parts;

namespace SnnGen.Tool.Reporting.Page.Sections;

/// <summary>What the network was made from, so that it can be made again.</summary>
internal static class ProvenanceSection
{
    /// <summary>The section.</summary>
    public static XElement Draw(ReportContent content) => Section(
        "provenance", "Made from", "The same files and settings give the same network, bit for bit, and the same report.",
        Cards(
            Card("Settings", Table(["Setting", "Value"], content.Settings.Select(setting => new[] { setting.Name, setting.Value }))),
            Card(
                "Files, by SHA-256",
                E("dl", content.Files.Select(file => new[] { E("dt", file.Name), E("dd", E("code", file.Hash)) })))));
}
