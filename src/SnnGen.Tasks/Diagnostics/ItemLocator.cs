using System.Xml.Linq;
using Microsoft.Build.Framework;
using SnnGen.Tasks.Metadata;

namespace SnnGen.Tasks.Diagnostics;

/// <summary>Finds the line that an item, or one metadata of it, comes from. Where several lines may be meant it gives none.</summary>
/// <param name="projectFile">The project that is built; items may come from files that it imports, and be updated by it.</param>
internal sealed class ItemLocator(string projectFile)
{
    private const string ItemType = "SnnModel";

    private readonly Dictionary<string, IReadOnlyList<XElement>> _elements = [];

    /// <summary>As near as can be told: the metadata, else the item, else the file.</summary>
    public SourcePosition Locate(ITaskItem item, string? metadata)
    {
        string file = item.GetMetadata("DefiningProjectFullPath");
        if (file.Length == 0)
            return default;
        (string File, XElement Element)[] updates =
        [
            .. from updater in new[] { file, projectFile }.Distinct()
               from element in Elements(updater)
               where IncludePattern.Admits((string?)element.Attribute("Update") ?? "", item.ItemSpec)
               select (updater, element),
        ];
        if (FindItem(file, item, [.. updates.Select(update => update.Element)]) is not { } source)
            return new SourcePosition(file, 0, 0);
        return Setting([(file, source), .. updates], item, metadata) ?? ProjectXml.Position(file, source);
    }

    // The one element that can have made it; of several, the one that says most of what the item has.
    private XElement? FindItem(string file, ITaskItem item, XElement[] updates)
    {
        XElement[] candidates = [.. Elements(file).Where(element => IncludePattern.Admits((string?)element.Attribute("Include") ?? "", item.ItemSpec))];
        if (candidates.Length < 2)
            return candidates.FirstOrDefault();
        string[] own = [.. SnnModelMetadata.All.Select(definition => definition.Name).Where(name => !updates.Any(update => Find(update, name) is not null))];
        var alike = candidates.Where(element => own.All(name => Find(element, name) is not { } setting || CanBe(setting, item, name)))
            .GroupBy(element => own.Count(name => Find(element, name) is not null))
            .OrderByDescending(group => group.Key).FirstOrDefault();
        return alike?.Count() == 1 ? alike.Single() : null;
    }

    private static SourcePosition? Setting((string File, XElement Element)[] sources, ITaskItem item, string? metadata)
    {
        if (metadata is null)
            return null;
        SourcePosition[] places =
        [
            .. from source in sources
               let setting = Find(source.Element, metadata)
               where setting is not null && CanBe(setting, item, metadata)
               select ProjectXml.Position(source.File, setting),
        ];
        return places.Length == 1 ? places[0] : null;
    }

    private static XObject? Find(XElement element, string metadata)
    {
        bool IsNamed(XName name) => name.LocalName.Equals(metadata, StringComparison.OrdinalIgnoreCase);
        return (XObject?)element.Attributes().FirstOrDefault(a => IsNamed(a.Name))
            ?? element.Elements().FirstOrDefault(e => IsNamed(e.Name));
    }

    private static bool CanBe(XObject setting, ITaskItem item, string metadata)
    {
        string text = setting is XAttribute attribute ? attribute.Value : ((XElement)setting).Value;
        return !IncludePattern.IsLiteral(text) || IncludePattern.Unescape(text).Trim() == item.GetMetadata(metadata).Trim();
    }

    private IReadOnlyList<XElement> Elements(string file)
    {
        if (!_elements.TryGetValue(file, out IReadOnlyList<XElement> elements))
            _elements.Add(file, elements = ProjectXml.Elements(file, ItemType));
        return elements;
    }
}
