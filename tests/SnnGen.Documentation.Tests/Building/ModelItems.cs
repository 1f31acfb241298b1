using System.Xml.Linq;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using SnnGen.Documentation.Tests.Checks;
using SnnGen.Documentation.Tests.Walk;
using SnnGen.Generators.Tests.Compilation;
using SnnGen.Tasks;
using SnnGen.Tasks.Tests.Support;

namespace SnnGen.Documentation.Tests.Building;

/// <summary>Does with the <c>SnnModel</c> items of a page what a build does, by the task and the converter of the build.</summary>
internal static class ModelItems
{
    private const string AllInputs = "--calibration-count\n1000", FewInputs = "--calibration-count\n50";

    private static readonly string[] s_files = ["Calibration", "Labels", "Chip", "TestInputs", "TestLabels"];
    private static readonly string[] s_generatorMetadata = ["SnnClassName", "SnnNamespace", "SnnVisibility", "SnnProfile", "SnnModelPath"];

    /// <summary>Checks and converts the items; what the page does not make is taken from stock.</summary>
    public static void Convert(IEnumerable<XElement> items, PageFolder folder)
    {
        foreach (XElement item in items)
        {
            Dictionary<string, string> metadata = item.Attributes().Where(attribute => attribute.Name != "Include")
                .ToDictionary(attribute => attribute.Name.LocalName, attribute => attribute.Value);
            string model = item.Attribute("Include")!.Value;
            folder.Provide(model, model);
            foreach (string file in s_files.Where(metadata.ContainsKey).Select(name => metadata[name]).Where(value => Path.HasExtension(value)))
                folder.Provide(file, model);
            foreach (ITaskItem network in Resolve(new TaskItem(folder.PathOf(model), metadata), folder.Current))
                Convert(network, folder);
        }
    }

    private static ITaskItem[] Resolve(ITaskItem item, string folder)
    {
        var engine = new RecordingEngine();
        var task = new ResolveSnnModels
        {
            BuildEngine = engine,
            Models = [item],
            ProjectDirectory = folder,
            IntermediateDirectory = "obj/snngen/",
            ToolPath = Tools.Converter,
            RootNamespace = SnippetCompiler.Namespace,
        };
        string[] complaints = task.Execute() && engine.Warnings.Count == 0
            ? []
            : [.. engine.Errors.Select(error => $"{error.Code}: {error.Message}"), .. engine.Warnings.Select(warning => $"{warning.Code}: {warning.Message}")];
        BlockException.ThrowUnless(complaints.Length == 0, string.Join('\n', complaints));
        return task.Networks;
    }

    private static void Convert(ITaskItem network, PageFolder folder)
    {
        string arguments = network.GetMetadata("SnnArguments");
        if (!folder.ConvertsInFull)
            arguments = arguments.Replace(AllInputs, FewInputs, StringComparison.Ordinal);
        Command.Run(
            folder.Current, [], "dotnet",
            ["exec", Tools.Converter, "convert", network.GetMetadata("SnnModelPath"), "--output", network.ItemSpec, "--cache", folder.Tools.Cache, .. arguments.Split('\n')]);
        folder.Networks.RemoveAll(earlier => earlier.Metadata.Values.Contains(network.GetMetadata("SnnClassName")));
        folder.Networks.Add(new NetworkFile(
            network.ItemSpec, File.ReadAllText(network.ItemSpec),
            [.. s_generatorMetadata.Select(name => (name, network.GetMetadata(name)))]));
    }
}
