using System.Xml.Linq;
using static SnnGen.Tool.Reporting.Page.Html;

namespace SnnGen.Tool.Reporting.Charts;

/// <summary>What the colours of a chart stand for.</summary>
internal static class Legend
{
    /// <summary>One entry a colour; null where there is none.</summary>
    public static XElement? Of(IEnumerable<(string Name, string Style)> entries)
    {
        XElement[] items = [.. entries.Select(entry => E("span", E("i", A("class", "key " + entry.Style)), entry.Name))];
        return items.Length == 0 ? null : E("figcaption", A("class", "legend"), items);
    }
}
