using System.Xml.Linq;
using static SnnGen.Tool.Reporting.Page.Html;

namespace SnnGen.Tool.Reporting.Charts;

/// <summary>Parts of drawings; their colours are classes of the page's style sheet.</summary>
internal static class Svg
{
    /// <summary>A drawing that scales with the page.</summary>
    /// <param name="width">Width in its own units.</param>
    /// <param name="height">Height.</param>
    /// <param name="description">What it shows, for those who cannot see it.</param>
    /// <param name="content">Its parts.</param>
    public static XElement Drawing(double width, double height, string description, params object?[] content) => E(
        "svg", A("viewBox", $"0 0 {N(width)} {N(height)}"), A("role", "img"), A("aria-label", description), content);

    /// <summary>Text.</summary>
    public static XElement Text(double x, double y, string text, string style = "", string anchor = "start") => E(
        "text", A("x", x), A("y", y), A("class", style), A("text-anchor", anchor), text);

    /// <summary>A line.</summary>
    public static XElement Line(double x1, double y1, double x2, double y2, string style) => E(
        "line", A("x1", x1), A("y1", y1), A("x2", x2), A("y2", y2), A("class", style));

    /// <summary>A rectangle.</summary>
    public static XElement Rectangle(double x, double y, double width, double height, string style, params object?[] more) => E(
        "rect", A("x", x), A("y", y), A("width", width), A("height", height), A("class", style), more);

    /// <summary>What appears where the pointer rests.</summary>
    public static XElement Hint(string text) => E("title", text);
}
