using System.Text;
using SnnGen.Tasks.Models;

namespace SnnGen.Tasks.Running;

/// <summary>The file that <c>snngen convert-all</c> reads.</summary>
internal static class ConversionList
{
    /// <summary>A command line for each item: its first word at the start of a line, its arguments after a blank, one a line.</summary>
    /// <param name="items">What to convert.</param>
    /// <param name="cacheDirectory">Folder of the conversion cache.</param>
    /// <param name="shapeOnly">Whether stand-ins are made.</param>
    public static string Write(IEnumerable<NetworkItem> items, string cacheDirectory, bool shapeOnly)
    {
        var text = new StringBuilder();
        foreach (NetworkItem item in items)
        {
            text.Append("convert\n");
            string[] last = shapeOnly ? ["--shape-only"] : [];
            foreach (string argument in (string[])[item.ModelPath, "--output", item.Output, "--cache", cacheDirectory, .. item.Arguments, .. last])
                text.Append(' ').Append(argument).Append('\n');
        }
        return text.ToString();
    }
}
