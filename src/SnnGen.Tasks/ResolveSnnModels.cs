using System.Reflection;
using Microsoft.Build.Framework;
using SnnGen.Tasks.Diagnostics;
using SnnGen.Tasks.Incremental;
using SnnGen.Tasks.Models;
using MSBuildTask = Microsoft.Build.Utilities.Task;

namespace SnnGen.Tasks;

/// <summary>
/// Checks the <c>SnnModel</c> items and says for each class to generate which file it comes from, how the converter is
/// to be called, and whether it must be called at all. Reads file times, writes nothing.
/// </summary>
public sealed class ResolveSnnModels : MSBuildTask
{
    /// <summary>The <c>SnnModel</c> items.</summary>
    [Required]
    public ITaskItem[] Models { get; set; } = [];

    /// <summary>The project that is built, for the lines of messages; may be empty.</summary>
    public string ProjectFile { get; set; } = "";

    /// <summary>Folder of the project: what relative paths are relative to.</summary>
    [Required]
    public string ProjectDirectory { get; set; } = "";

    /// <summary>Folder for converted files.</summary>
    [Required]
    public string IntermediateDirectory { get; set; } = "";

    /// <summary>Path of snngen.dll: a new converter makes new results.</summary>
    [Required]
    public string ToolPath { get; set; } = "";

    /// <summary>Namespace of classes whose item names none; empty for the global namespace.</summary>
    public string RootNamespace { get; set; } = "";

    /// <summary>The project's language; empty where that is not known.</summary>
    public string Language { get; set; } = "";

    /// <summary>True where an IDE only asks for the shape of the code: nothing may fail then, and any earlier result will do.</summary>
    public bool IsDesignTime { get; set; }

    /// <summary>
    /// One item a class: the path of its .snn.json, with the metadata that the generator reads (<c>SnnClassName</c>,
    /// <c>SnnNamespace</c>, <c>SnnVisibility</c>, <c>SnnProfile</c>, <c>SnnModelPath</c>) and what
    /// <see cref="ConvertSnnModel"/> needs, among it <c>SnnReason</c>, empty where the file is up to date.
    /// </summary>
    [Output]
    public ITaskItem[] Networks { get; private set; } = [];

    /// <inheritdoc/>
    public override bool Execute()
    {
        var log = new DiagnosticLog(Log, IsDesignTime);
        var locator = new ItemLocator(ProjectFile);
        if (!IsCSharp(locator, log))
            return IsDesignTime;
        var reader = new ModelItemReader(ProjectDirectory, RootNamespace, locator, log);
        var networks = new List<NetworkItem>();
        var states = new FileStates();
        var owners = new Dictionary<string, string>();
        foreach (ITaskItem model in Models)
        {
            if (reader.Read(model) is not ModelSettings settings)
                continue;
            foreach (ModelVariant variant in ModelVariant.Of(settings))
            {
                string fullName = settings.Namespace.Length == 0 ? variant.ClassName : $"{settings.Namespace}.{variant.ClassName}";
                if (owners.TryGetValue(fullName, out string owner))
                {
                    log.Report(TaskDiagnostics.DuplicateClass, locator.Locate(model, null),
                        $"'{model.ItemSpec}' and '{owner}' both give the class {fullName}; set ClassName or Namespace on one of them");
                    continue;
                }
                owners.Add(fullName, model.ItemSpec);
                networks.Add(Network(settings, variant, locator.Locate(model, null), states));
            }
        }
        Networks = [.. networks.Select(network => network.ToTaskItem())];
        if (!IsDesignTime)
            RepeatWarnings(networks, log);
        return !Log.HasLoggedErrors;
    }

    // Other compilers run no source generators: the models would be converted, and no class would come of them.
    private bool IsCSharp(ItemLocator locator, DiagnosticLog log)
    {
        if (Language is "" or "C#")
            return true;
        log.Report(TaskDiagnostics.NotCSharp, locator.Locate(Models[0], null),
            $"SnnGen makes C# classes, and this is a project of {Language}; move the SnnModel items to a C# class library and reference that");
        return false;
    }

    private NetworkItem Network(ModelSettings settings, ModelVariant variant, SourcePosition position, FileStates states)
    {
        string output = Path.GetFullPath(Path.Combine(
            ProjectDirectory, IntermediateDirectory, variant.OutputName(settings.ModelPath, ToolVersion(), settings.Profile)));
        string[] inputs = [.. settings.InputFiles, ToolPath];
        return new NetworkItem(
            output, settings.ModelPath, variant.ClassName, settings.Namespace, settings.Visibility, settings.Profile, variant.Arguments, inputs, position, Reason([output, .. ModelVariant.Companions(output, variant.Arguments)], inputs, states) ?? "");
    }

    private void RepeatWarnings(IEnumerable<NetworkItem> networks, DiagnosticLog log)
    {
        foreach (NetworkItem network in networks.Where(network => network.Reason.Length == 0))
        {
            foreach (string warning in ConversionRecord.Warnings(network.Output))
            {
                if (ConverterComplaint.AboutItem(network, warning) is { } complaint)
                    log.Report(complaint.Kind, network.Position, complaint.Message);
                else
                    Log.LogMessageFromText(warning, MessageImportance.High);
            }
        }
    }

    private string? Reason(string[] results, string[] inputs, FileStates states)
    {
        if (IsDesignTime)
            return File.Exists(results[0]) ? null : "an IDE asks for the shape of the code";
        return ConversionRecord.ReasonToConvert(results, inputs, states);
    }

    /// <summary>The version without the commit, which does not change what the converter does.</summary>
    private static string ToolVersion() => typeof(ResolveSnnModels).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>().InformationalVersion.Split('+')[0];
}
