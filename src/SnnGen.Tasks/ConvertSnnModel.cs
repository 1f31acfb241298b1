using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using SnnGen.Tasks.Diagnostics;
using SnnGen.Tasks.Incremental;
using SnnGen.Tasks.Models;
using SnnGen.Tasks.Running;

namespace SnnGen.Tasks;

/// <summary>
/// Runs the converter for one item of <see cref="ResolveSnnModels"/>. It is a process of its own: the solver's native
/// libraries stay out of MSBuild, and the same converter serves MSBuild of .NET and of .NET Framework.
/// </summary>
public sealed class ConvertSnnModel : ToolTask
{
    private static readonly Regex s_warning = new(@"\bwarning SNN\d{4}\s*:");

    private readonly List<string> _complaints = [];
    private volatile Process? _process;
    private volatile bool _isCancelled;

    /// <summary>The item.</summary>
    [Required]
    public ITaskItem? Network { get; set; }

    /// <summary>Folder of the project: what relative paths are relative to.</summary>
    [Required]
    public string ProjectDirectory { get; set; } = "";

    /// <summary>Path of snngen.dll.</summary>
    [Required]
    public string ConverterPath { get; set; } = "";

    /// <summary>Folder of the conversion cache.</summary>
    [Required]
    public string CacheDirectory { get; set; } = "";

    /// <summary>NuGet's package folders, where the solver's packages lie.</summary>
    public string[] PackageFolders { get; set; } = [];

    /// <summary>Path of the dotnet executable that runs the build; may be empty.</summary>
    public string DotnetHostPath { get; set; } = "";

    /// <summary>Folder of the dotnet installation; may be empty.</summary>
    public string DotnetRoot { get; set; } = "";

    /// <summary>True for a stand-in that has the model's shapes and no weights. Nothing fails then.</summary>
    public bool IsDesignTime { get; set; }

    /// <inheritdoc/>
    protected override string ToolName => DotnetHost.FileName;

    /// <inheritdoc/>
    protected override MessageImportance StandardErrorLoggingImportance => MessageImportance.High;

    /// <inheritdoc/>
    protected override Encoding StandardErrorEncoding => Encoding.UTF8;

    /// <inheritdoc/>
    protected override Encoding StandardOutputEncoding => Encoding.UTF8;

    private NetworkItem Item => NetworkItem.FromTaskItem(Network!);

    /// <inheritdoc/>
    public override bool Execute()
    {
        NetworkItem item = Item;
        if (!IsSolverPresent())
            return IsDesignTime;
        IReadOnlyList<string> snapshot = ConversionRecord.Snapshot(item.Inputs);
        Log.LogMessage(
            IsDesignTime ? MessageImportance.Low : MessageImportance.High,
            "{0}: converting {1}, because {2}", item.ClassName, item.ModelPath, item.Reason);
        if (!base.Execute())
            return IsDesignTime;
        if (!IsDesignTime && ModelVariant.Report(item.Output, item.Arguments) is string report)
            Log.LogMessage(MessageImportance.High, "{0}: report in {1}", item.ClassName, report);
        if (!IsDesignTime)
            ConversionRecord.Write(item.Output, snapshot, [.. _complaints.Where(line => s_warning.IsMatch(line))]);
        return !Log.HasLoggedErrors;
    }

    /// <summary>Asks the converter to stop and clean up; where it does not, it is killed with all it started.</summary>
    public override void Cancel()
    {
        _isCancelled = true;
        if (_process is Process process)
            ProcessStopper.RequestStop(process);
        base.Cancel();
    }

    /// <inheritdoc/>
    protected override Process StartToolProcess(Process proc) => _process = base.StartToolProcess(proc);

    /// <inheritdoc/>
    protected override string GenerateFullPathToTool() => DotnetHost.Find(DotnetHostPath, DotnetRoot);

    /// <inheritdoc/>
    protected override string GetWorkingDirectory() => ProjectDirectory;

    /// <inheritdoc/>
    protected override string GenerateCommandLineCommands()
    {
        NetworkItem item = Item;
        var line = new CommandLineBuilder();
        line.AppendSwitch("exec");
        foreach (string folder in PackageFolders)
            Append(line, "--additionalprobingpath", folder);
        line.AppendTextUnquoted(" " + CommandLineText.Quote(ConverterPath));
        line.AppendSwitch("convert");
        line.AppendTextUnquoted(" " + CommandLineText.Quote(item.ModelPath));
        Append(line, "--output", item.Output);
        Append(line, "--cache", CacheDirectory);
        for (int i = 0; i < item.Arguments.Count; i += 2)
            Append(line, item.Arguments[i], item.Arguments[i + 1]);
        if (IsDesignTime)
            line.AppendSwitch("--shape-only");
        return line.ToString();
    }

    /// <inheritdoc/>
    protected override void LogEventsFromTextOutput(string singleLine, MessageImportance messageImportance)
    {
        if (!string.IsNullOrWhiteSpace(singleLine))
            _complaints.Add(singleLine.Trim());
        if (IsDesignTime)
            Log.LogMessage(MessageImportance.Low, "{0}", singleLine);
        else if (ConverterComplaint.AboutItem(Item, singleLine) is { } complaint)
            new DiagnosticLog(Log, IsDesignTime).Report(complaint.Kind, Item.Position, complaint.Message);
        else
            base.LogEventsFromTextOutput(singleLine, messageImportance);
    }

    /// <summary>The converter's own message is the error; only a converter that could not say why gets one here.</summary>
    protected override bool HandleTaskExecutionErrors()
    {
        if (Log.HasLoggedErrors || _isCancelled || IsDesignTime)
            return false;
        string lastWords = _complaints.Count == 0 ? "it said nothing" : $"it said: {string.Join(" ", _complaints.Skip(Math.Max(0, _complaints.Count - 5)))}";
        return Fail(TaskDiagnostics.ConverterFailed,
            $"the converter of '{Item.ModelPath}' ended with exit code {ExitCode}; {lastWords}. It needs the .NET runtime 10 or later");
    }

    private bool IsSolverPresent()
    {
        IReadOnlyList<string> missing = SolverPackage.Missing(Path.GetDirectoryName(ConverterPath)!, PackageFolders);
        if (missing.Count == 0)
            return true;
        string downloads = string.Concat(missing.Select(package => package.Split('/')).Select(
            parts => $"<PackageDownload Include=\"{parts[0]}\" Version=\"[{parts[1]}]\" />"));
        return Fail(TaskDiagnostics.SolverMissing,
            $"the converter's solver {string.Join(", ", missing)} is not in the package folder, probably because the project uses "
            + $"another version of it; add {downloads} to an ItemGroup of the project and restore");
    }

    private bool Fail(TaskDiagnostic kind, string message)
    {
        SourcePosition position = Item.Position.File is null ? new SourcePosition(Item.ModelPath, 0, 0) : Item.Position;
        new DiagnosticLog(Log, IsDesignTime).Report(kind, position, message);
        return false;
    }

    private static void Append(CommandLineBuilder line, string option, string value)
    {
        line.AppendSwitch(option);
        line.AppendTextUnquoted(" " + CommandLineText.Quote(value));
    }
}
