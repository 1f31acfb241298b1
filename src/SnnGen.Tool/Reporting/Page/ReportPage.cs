using System.Xml.Linq;
using SnnGen.Tool.Reporting.Page.Sections;
using static SnnGen.Tool.Reporting.Page.Html;

namespace SnnGen.Tool.Reporting.Page;

/// <summary>The report as one HTML file: no script, no request, nothing beside it. The same content gives the same bytes.</summary>
internal static class ReportPage
{
    private const string StyleSheet = "Reporting/report.css";

    private static readonly Func<ReportContent, XElement?>[] s_sections =
    [
        NetworkSection.Draw, TimeSection.Draw, ConfusionSection.Draw, OutputSection.Draw, LayerSection.Draw, ExampleSection.Draw, WeightSection.Draw,
        PruningSection.Draw, DriftSection.Draw, EnergySection.Draw, MappingSection.Draw, ProvenanceSection.Draw,
    ];

    /// <summary>The page.</summary>
    public static string Write(ReportContent content)
    {
        XElement[] sections = [.. s_sections.Select(draw => draw(content)).OfType<XElement>()];
        return Document(E(
            "html", A("lang", "en"),
            E("head",
                E("meta", A("charset", "utf-8")),
                E("meta", A("name", "viewport"), A("content", "width=device-width, initial-scale=1")),
                E("meta", A("name", "color-scheme"), A("content", "light dark")),
                E("meta", A("http-equiv", "Content-Security-Policy"), A("content", "default-src 'none'; style-src 'unsafe-inline'")),
                E("title", $"{content.Network.Name} as a spiking network"),
                E("style", Style())),
            E("body",
                OverviewSection.Draw(content),
                E("nav", A("aria-label", "Sections"), sections.Select(section => E("a", A("href", "#" + (string)section.Attribute("id")!), section.Element("h2")!.Value))),
                E("main", sections))));
    }

    private static string Style()
    {
        using var reader = new StreamReader(typeof(ReportPage).Assembly.GetManifestResourceStream(StyleSheet)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
