using System.Globalization;
using System.Xml.Linq;

namespace SnnGen.Tool.Reporting.Page;

/// <summary>Elements of HTML and SVG, whose text is always escaped.</summary>
internal static class Html
{
    private static readonly string[] s_withoutContent = ["meta"];

    /// <summary>An element with attributes, text and children.</summary>
    public static XElement E(string name, params object?[] content) => new(name, content);

    /// <summary>An attribute.</summary>
    public static XAttribute A(string name, string value) => new(name, value);

    /// <summary>An attribute of a coordinate or a size.</summary>
    public static XAttribute A(string name, double value) => new(name, N(value));

    /// <summary>A coordinate.</summary>
    public static string N(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>The document. An element without content is closed by a tag of its own, as HTML has it.</summary>
    public static string Document(XElement html)
    {
        foreach (XElement element in html.DescendantsAndSelf().Where(element => element.IsEmpty && !s_withoutContent.Contains(element.Name.LocalName)))
            element.Add("");
        return "<!DOCTYPE html>\n" + html.ToString(SaveOptions.DisableFormatting).ReplaceLineEndings("\n") + "\n";
    }
}
