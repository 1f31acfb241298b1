using System.Xml.Linq;
using static SnnGen.Tool.Reporting.Page.Html;

namespace SnnGen.Tool.Reporting.Page;

/// <summary>What the sections of a page are made of.</summary>
internal static class Parts
{
    /// <summary>A section with a heading and an introduction.</summary>
    public static XElement Section(string id, string heading, string introduction, params object?[] content) => E(
        "section", A("id", id), E("h2", heading), E("p", A("class", "lead"), introduction), content);

    /// <summary>Cards side by side, as many as there is room for.</summary>
    public static XElement Cards(params object?[] cards) => E("div", A("class", "cards"), cards);

    /// <summary>A card with a heading.</summary>
    public static XElement Card(string heading, params object?[] content) => E("div", A("class", "card"), E("h3", heading), content);

    /// <summary>A table that scrolls on its own where it is too wide for the screen.</summary>
    /// <param name="columns">Headings.</param>
    /// <param name="rows">Rows of as many cells; the first of each is its heading.</param>
    public static XElement Table(string[] columns, IEnumerable<string[]> rows) => Table("table", columns, rows);

    /// <summary>The same outside of a card.</summary>
    public static XElement WideTable(string[] columns, IEnumerable<string[]> rows) => Table("table wide", columns, rows);

    private static XElement Table(string style, string[] columns, IEnumerable<string[]> rows) => E(
        "div", A("class", style), A("tabindex", "0"), E(
            "table",
            E("thead", E("tr", columns.Select(column => E("th", A("scope", "col"), column)))),
            E("tbody", rows.Select(row => E("tr", row.Select((cell, i) => i == 0 ? E("th", A("scope", "row"), cell) : E("td", cell)))))));
}
