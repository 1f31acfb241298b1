using System.Xml.Linq;
using SnnGen.Tool.Reporting.Charts;
using static SnnGen.Tool.Reporting.Page.Html;
using static SnnGen.Tool.Reporting.Page.Parts;

namespace SnnGen.Tool.Reporting.Page.Sections;

/// <summary>Which classes are taken for which.</summary>
internal static class ConfusionSection
{
    private const int MostClasses = 24, MostPairs = 20;

    /// <summary>The section; null of a network that decides nothing.</summary>
    public static XElement? Draw(ReportContent content)
    {
        int classes = content.Network.OutputSize;
        if (classes == 1)
            return null;
        int[] expected = content.Activity.Classes ?? content.Activity.References;
        string rows = content.Activity.Classes is null ? $"decision of {content.Reference}" : "true class";
        var counts = new int[classes, classes];
        foreach ((int truth, int decision) in expected.Zip(content.Activity.Decisions))
            counts[truth, decision]++;
        string[] names = [.. Enumerable.Range(0, classes).Select(content.NameOf)];
        return Section(
            "confusion", "Confusions", $"Rows are the {rows}, columns the decision of the spiking network.",
            Cards(
                classes <= MostClasses ? Card("All decisions", MatrixChart.Draw(counts, names, rows, "spiking network")) : null,
                Card("Most frequent confusions", Pairs(counts, names, rows))));
    }

    private static XElement Pairs(int[,] counts, string[] names, string rows)
    {
        int n = names.Length;
        string[][] pairs =
        [
            .. (from row in Enumerable.Range(0, n)
                from column in Enumerable.Range(0, n)
                where row != column && counts[row, column] > 0
                orderby counts[row, column] descending
                select new[] { names[row], names[column], Words.Count(counts[row, column]) }).Take(MostPairs),
        ];
        return pairs.Length == 0 ? E("p", "None.") : Table([rows, "spiking network", "inputs"], pairs);
    }
}
