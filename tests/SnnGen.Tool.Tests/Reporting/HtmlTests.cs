using System.Xml.Linq;
using SnnGen.Tool.Reporting.Charts;
using SnnGen.Tool.Reporting.Page;

namespace SnnGen.Tool.Tests.Reporting;

/// <summary>Whatever a model names, the page has the same elements and attributes.</summary>
public class HtmlTests
{
    public static TheoryData<string> Texts =>
    [
        "<script>alert(1)</script>", "\" onload=\"alert(1)", "' x='", "</text></svg><img src=x onerror=alert(1)>", "&lt;b&gt;", "]]>", "<!--", "-->", "<?x?>", "\0", "\u001B[31m", "\uFFFE",
        "\uD800", "\uDC00", "\u202Egnp", "\r\n\u0085\u2028", "12345678\uD83D\uDE0090", new('x', 100_000),
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Text_makes_no_element_and_no_attribute(string text)
    {
        Assert.Equal(Shape(Page("text")), Shape(Page(text)));
        Assert.DoesNotContain(Page(text), c => char.IsControl(c) && c != '\n' || c is '\u202E' or '\u2028');
    }

    [Fact]
    public void Text_is_not_cut_within_a_character()
    {
        Assert.Equal("12345678…", Html.Shorten("12345678😀90", 10));
        Assert.Equal("1234567😀…", Html.Shorten("1234567😀890", 10));
        Assert.Equal("1234567890", Html.Shorten("1234567890", 10));
    }

    private static string Page(string text) => Html.Document(Html.E(
        "html", Parts.Card(text, Parts.Table([text, "b"], [[text, text]])), Svg.Drawing(10, 10, text, Svg.Text(0, 0, text, text, text), Svg.Hint(text)),
        MatrixChart.Draw(new int[2, 2] { { 1, 2 }, { 3, 4 } }, [text, text], text, text)));

    private static string[] Shape(string page) =>
    [
        .. XDocument.Parse(page).Descendants().SelectMany(element => element.Attributes().Select(attribute => attribute.Name.LocalName).Prepend(element.Name.LocalName)),
    ];
}
