using System.Xml;
using System.Xml.Linq;
using Microsoft.Build.Framework;

namespace SnnGen.Tasks.Diagnostics;

/// <summary>Finds the line of a project file that an item, or one metadata of it, comes from.</summary>
internal static class ItemLocator
{
    private const string ItemType = "SnnModel";

    /// <summary>As near as can be told: the metadata, else the item, else the file.</summary>
    public static SourcePosition Locate(ITaskItem item, string? metadata)
    {
        string file = item.GetMetadata("DefiningProjectFullPath");
        if (file.Length == 0)
            return default;
        XElement? element = FindItem(file, item.ItemSpec);
        if (element is null)
            return new SourcePosition(file, 0, 0);
        var line = (IXmlLineInfo)(FindMetadata(element, metadata) ?? element);
        return new SourcePosition(file, line.LineNumber, line.LinePosition);
    }

    private static XElement? FindItem(string file, string itemSpec)
    {
        XElement[] elements;
        try
        {
            elements = [.. XDocument.Load(file, LoadOptions.SetLineInfo).Descendants().Where(e => e.Name.LocalName == ItemType)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or XmlException)
        {
            return null; // The message then has no line; the project was readable a moment ago.
        }
        return elements.FirstOrDefault(element => Includes(element, itemSpec))
            ?? (elements.Length == 1 ? elements[0] : null);
    }

    private static bool Includes(XElement element, string itemSpec) =>
        ((string?)element.Attribute("Include") ?? "").Split(';').Any(part => Slashes(part.Trim()) == Slashes(itemSpec));

    private static XObject? FindMetadata(XElement element, string? metadata)
    {
        bool IsNamed(XName name) => name.LocalName.Equals(metadata, StringComparison.OrdinalIgnoreCase);
        return (XObject?)element.Attributes().FirstOrDefault(a => IsNamed(a.Name))
            ?? element.Elements().FirstOrDefault(e => IsNamed(e.Name));
    }

    private static string Slashes(string path) => path.Replace('\\', '/');
}
