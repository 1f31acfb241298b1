using System.Globalization;
using System.Xml.Linq;
using SnnGen.Tasks.Diagnostics;

namespace SnnGen.Tool.Reporting.Page;

/// <summary>Elements of HTML and SVG, whose text is always escaped: markup as entities, what XML or people cannot read as in messages.</summary>
internal static class Html
{
    private const string StyleElement = "style";

    private static readonly string[] s_withoutContent = ["meta"];

    /// <summary>An element with attributes, text and children.</summary>
    public static XElement E(string name, params object?[] content) => new(name, content);

    /// <summary>An attribute.</summary>
    public static XAttribute A(string name, string value) => new(name, value);

    /// <summary>An attribute of a coordinate or a size.</summary>
    public static XAttribute A(string name, double value) => new(name, N(value));

    /// <summary>A coordinate.</summary>
    public static string N(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>As much of a text as there is room for.</summary>
    public static string Shorten(string text, int length)
    {
        if (text.Length <= length)
            return text;
        int end = length - 1;
        return text[..(char.IsSurrogatePair(text, end - 1) ? end - 1 : end)] + "…";
    }

    /// <summary>The document. An element without content is closed by a tag of its own, as HTML has it.</summary>
    public static string Document(XElement html)
    {
        foreach (XElement element in html.DescendantsAndSelf().Where(element => element.IsEmpty && !s_withoutContent.Contains(element.Name.LocalName)))
            element.Add("");
        foreach (XText text in html.DescendantNodes().OfType<XText>().Where(text => text.Parent!.Name.LocalName != StyleElement))
            text.Value = OneLine.Of(text.Value);
        foreach (XAttribute attribute in html.DescendantsAndSelf().Attributes())
            attribute.Value = OneLine.Of(attribute.Value);
        return "<!DOCTYPE html>\n" + html.ToString(SaveOptions.DisableFormatting).ReplaceLineEndings("\n") + "\n";
    }
}
