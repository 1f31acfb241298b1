using System.Xml;
using System.Xml.Linq;
using SnnGen.Documentation.Tests.Building;
using SnnGen.Documentation.Tests.Markdown;
using SnnGen.Documentation.Tests.Walk;

namespace SnnGen.Documentation.Tests.Checks;

/// <summary>Fragments of project files: items and properties are those that builds know, and models are converted.</summary>
internal sealed class XmlChecker : IBlockChecker
{
    private static readonly string[] s_groups = ["Project", "PropertyGroup", "ItemGroup"];
    private static readonly string[] s_items = ["Content", "PackageDownload", "PackageReference", "ProjectReference"];

    public string Language => "xml";

    public string? Check(CodeBlock block, PageFolder folder)
    {
        XElement fragment = Parse(block.Text);
        XElement[] models = [.. fragment.Descendants("SnnModel")];
        foreach (XElement element in fragment.Descendants().Except(models).Where(element => !s_groups.Contains(element.Name.LocalName)))
        {
            string name = element.Name.LocalName;
            if (element.Parent!.Name.LocalName == "PropertyGroup")
                BlockException.ThrowUnless(BuildProperties.Contains(name), $"no build knows the property '{name}'");
            else
                BlockException.ThrowUnless(s_items.Contains(name) && element.Attribute("Include") is not null, $"'{name}' is no item with an Include");
        }
        ModelItems.Convert(models, folder);
        folder.Write(block.Hints.File, block.Text);
        if (block.Hints.Into is { } project)
            folder.Insert(project, block.Text);
        return null;
    }

    private static XElement Parse(string text)
    {
        try
        {
            return XElement.Parse($"<Project>{text}</Project>");
        }
        catch (XmlException e)
        {
            throw new BlockException(e.Message);
        }
    }
}
