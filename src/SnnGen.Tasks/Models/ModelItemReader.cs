using Microsoft.Build.Framework;
using SnnGen.Tasks.Diagnostics;
using SnnGen.Tasks.Metadata;

namespace SnnGen.Tasks.Models;

/// <summary>Reads <c>SnnModel</c> items against <see cref="SnnModelMetadata"/>, and reports all that is wrong with one.</summary>
internal sealed class ModelItemReader(string projectDirectory, string rootNamespace, ItemLocator locator, DiagnosticLog log)
{
    /// <summary>What MSBuild, IDEs and NuGet put on any item.</summary>
    private static readonly string[] s_foreignMetadata =
    [
        "CopyToOutputDirectory", "CopyToPublishDirectory", "CustomToolNamespace", "DependentUpon", "Generator", "LastGenOutput",
        "Link", "LinkBase", "MSBuildSourceProjectFile", "MSBuildSourceTargetName", "NuGetPackageId", "NuGetPackageVersion",
        "OriginalItemSpec", "Pack", "PackagePath", "SubType", "TargetPath", "Visible",
    ];

    /// <summary>The settings of <paramref name="item"/>, or null where an error was reported.</summary>
    public ModelSettings? Read(ITaskItem item)
    {
        WarnOfUnknownMetadata(item);
        string modelFile = item.GetMetadata("FullPath");
        bool isValid = true;
        if (HasControl(item.ItemSpec))
        {
            isValid = Fail(TaskDiagnostics.ModelMissing, item, null,
                $"the name of the model file '{item.ItemSpec}' has control characters, which files of the build cannot hold; rename it");
        }
        else if (!File.Exists(modelFile))
        {
            isValid = Fail(TaskDiagnostics.ModelMissing, item, null,
                $"the model file '{item.ItemSpec}' does not exist; correct the item's Include, or fetch the file (Git LFS, submodule)");
        }

        isValid &= ReadNames(item, out string className, out string @namespace);
        isValid &= ReadValues(item, out Dictionary<string, string> values);
        isValid &= CheckCombinations(item);
        isValid &= ReadDataFiles(item, values, out List<string> dataFiles);
        if (!isValid)
            return null;

        string[] formats = [.. ValueRule.Split(values.TryGetValue(SnnModelMetadata.Variants, out string list) ? list : values[SnnModelMetadata.Weights])];
        return new ModelSettings(
            Slashes(item.ItemSpec), className, @namespace, values[SnnModelMetadata.Visibility], values[SnnModelMetadata.Profile],
            formats, Options(values), [modelFile, .. ExternalWeights.Of(modelFile), .. dataFiles]);
    }

    private void WarnOfUnknownMetadata(ITaskItem item)
    {
        foreach (string name in item.CloneCustomMetadata().Keys.Cast<string>().OrderBy(name => name, StringComparer.Ordinal))
        {
            if (SnnModelMetadata.Find(name) is not null || s_foreignMetadata.Contains(name, StringComparer.OrdinalIgnoreCase))
                continue;
            string? meant = EditDistance.Nearest(name, SnnModelMetadata.All.Select(definition => definition.Name));
            log.Report(TaskDiagnostics.UnknownMetadata, locator.Locate(item, name), meant is null
                ? $"SnnModel has no metadata '{name}', so it does nothing; remove it"
                : $"SnnModel has no metadata '{name}', so it does nothing; did you mean '{meant}'?");
        }
    }

    private bool ReadNames(ITaskItem item, out string className, out string @namespace)
    {
        className = item.Value(SnnModelMetadata.ClassName) ?? ClassNames.FromFile(item.ItemSpec);
        string? explicitNamespace = item.Value(SnnModelMetadata.Namespace);
        @namespace = explicitNamespace ?? ClassNames.ToNamespace(rootNamespace);
        bool isValid = true;
        if (!ClassNames.IsIdentifier(className))
        {
            isValid = Fail(TaskDiagnostics.InvalidName, item, SnnModelMetadata.ClassName,
                $"'{className}' is not a C# class name; use at most {ClassNames.MostCharacters} letters, digits and underscores, a digit not first, and no keyword");
        }
        if (explicitNamespace is not null && !ClassNames.IsNamespace(explicitNamespace))
        {
            isValid = Fail(TaskDiagnostics.InvalidName, item, SnnModelMetadata.Namespace,
                $"'{explicitNamespace}' is not a C# namespace; use C# identifiers joined by dots");
        }
        return isValid;
    }

    /// <summary>Normalised values, defaults included, of all metadata that have one.</summary>
    private bool ReadValues(ITaskItem item, out Dictionary<string, string> values)
    {
        values = [];
        bool isValid = true;
        foreach (MetadataDefinition definition in SnnModelMetadata.All)
        {
            if ((item.Value(definition.Name) ?? Default(item, definition)) is not string text)
                continue;
            if (definition.Rule.Normalise(text) is string value)
                values.Add(definition.Name, value);
            else
            {
                isValid = Fail(TaskDiagnostics.InvalidValue, item, definition.Name,
                    $"{definition.Name}=\"{text}\" is not allowed; it must be {definition.Rule.Allowed.Replace("`", "")}");
            }
        }
        return isValid;
    }

    // What is not said of a network that spikes already is as the network has it.
    private static string? Default(ITaskItem item, MetadataDefinition definition) => !item.IsNir() || definition.Option is null ? definition.Default
        : definition.Name == SnnModelMetadata.Weights ? SnnModelMetadata.NirWeights
        : null;

    private bool CheckCombinations(ITaskItem item)
    {
        (string Metadata, string Problem)[] problems = [.. MetadataCombinations.ProblemsOf(item)];
        foreach ((string metadata, string problem) in problems)
            Fail(TaskDiagnostics.InvalidValue, item, metadata, problem);
        return problems.Length == 0;
    }

    private bool ReadDataFiles(ITaskItem item, Dictionary<string, string> values, out List<string> files)
    {
        files = [];
        bool isValid = true;
        foreach (string name in new[] { SnnModelMetadata.Calibration, SnnModelMetadata.Labels, SnnModelMetadata.Chip, SnnModelMetadata.TestInputs, SnnModelMetadata.TestLabels })
        {
            if (!values.TryGetValue(name, out string path) || !IsFile(name, path))
                continue;
            values[name] = Slashes(path);
            string full = Path.GetFullPath(Path.Combine(projectDirectory, values[name]));
            if (File.Exists(full))
                files.Add(full);
            else if (Directory.Exists(full))
                files.AddRange(Directory.GetFiles(full).OrderBy(file => file, StringComparer.Ordinal));
            else
                isValid = Fail(TaskDiagnostics.DataMissing, item, name, $"the {name} file '{path}' does not exist; paths are relative to the project's folder");
        }
        if (files.Find(HasControl) is string bad)
            isValid = Fail(TaskDiagnostics.DataMissing, item, null, $"the name of the data file '{bad}' has control characters, which files of the build cannot hold; rename it");
        return isValid;
    }

    // Labels may be a list, and a chip a name.
    private static bool IsFile(string metadata, string value) => metadata switch
    {
        SnnModelMetadata.Labels => !value.Contains(';'),
        SnnModelMetadata.Chip => value.EndsWith(".json", StringComparison.OrdinalIgnoreCase),
        _ => true,
    };

    private static List<KeyValuePair<string, string>> Options(Dictionary<string, string> values) =>
    [
        .. from definition in SnnModelMetadata.All
           where definition.Option is not null && definition.Name != SnnModelMetadata.Weights && values.ContainsKey(definition.Name)
           where definition.Name != SnnModelMetadata.ExitMargin || MetadataCombinations.HasMargin(Value(values, SnnModelMetadata.Exit))
           where !SnnModelMetadata.Leaks.Contains(definition.Name) || SnnModelMetadata.HasLeak(Value(values, SnnModelMetadata.Neuron) ?? "", definition.Name)
           select new KeyValuePair<string, string>(definition.Option!, values[definition.Name]),
    ];

    private static string? Value(Dictionary<string, string> values, string name) => values.TryGetValue(name, out string value) ? value : null;

    private bool Fail(TaskDiagnostic kind, ITaskItem item, string? metadata, string message)
    {
        log.Report(kind, locator.Locate(item, metadata), message);
        return false;
    }

    // Settings of the compiler and records of the build have one name a line.
    private static bool HasControl(string path) => path.Any(char.IsControl);

    private static string Slashes(string path) => path.Replace('\\', '/');
}
