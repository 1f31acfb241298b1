using System.Security;
using System.Xml;
using System.Xml.Linq;

namespace SnnGen.Tasks.Diagnostics;

/// <summary>The elements of a project file with their lines. What cannot be read has none: a message must not fail for its place.</summary>
internal static class ProjectXml
{
    private const long LargestFile = 4 << 20;

    /// <summary>The elements of a name, wherever they stand, in order.</summary>
    public static IReadOnlyList<XElement> Elements(string file, string name)
    {
        try
        {
            if (new FileInfo(file).Length > LargestFile)
                return [];
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null };
            using var reader = XmlReader.Create(file, settings);
            return [.. XDocument.Load(reader, LoadOptions.SetLineInfo).Descendants().Where(element => element.Name.LocalName == name)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SecurityException or XmlException or ArgumentException or NotSupportedException)
        {
            return [];
        }
    }

    /// <summary>Where an element or an attribute begins.</summary>
    public static SourcePosition Position(string file, XObject place)
    {
        var line = (IXmlLineInfo)place;
        // The reader counts from an element's name; MSBuild's own messages count from its bracket.
        return new SourcePosition(file, line.LineNumber, place is XElement ? line.LinePosition - 1 : line.LinePosition);
    }
}
