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
/// Runs the converter for items of <see cref="ResolveSnnModels"/>, one process for all of them: most of a small conversion
/// is its start. It is a process of its own, since the solver's native libraries stay out of MSBuild, and the same converter
/// serves MSBuild of .NET and of .NET Framework.
/// </summary>
public sealed class ConvertSnnModel : ToolTask
{
    private static readonly Regex s_warning = new(@"\bwarning SNN\d{4}\s*:"), s_error = new(@"\berror SNN\d{4}\s*:");

    // What the converter says of the conversion under way, or before the first one.
    private readonly List<string> _complaints = [];
    private NetworkItem[] _items = [];
    private IReadOnlyList<string>[] _snapshots = [];
    private int? _current;
    private volatile Process? _process;
    private volatile bool _isCancelled;

    /// <summary>The items.</summary>
    [Required]
    public ITaskItem[] Networks { get; set; } = [];

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

    /// <inheritdoc/>
    public override bool Execute()
    {
        _items = [.. Networks.Select(NetworkItem.FromTaskItem)];
        if (_items.Length == 0)
            return true;
        if (!IsSolverPresent())
            return IsDesignTime;
        // All of them first: a file that changes before its turn counts as changed in the next build.
        _snapshots = [.. _items.Select(item => ConversionRecord.Snapshot(item.Inputs))];
        return (base.Execute() && !Log.HasLoggedErrors) || IsDesignTime;
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
        var line = new CommandLineBuilder();
        line.AppendSwitch("exec");
        foreach (string folder in PackageFolders)
        {
            line.AppendSwitch("--additionalprobingpath");
            line.AppendTextUnquoted(" " + CommandLineText.Quote(folder));
        }
        line.AppendTextUnquoted(" " + CommandLineText.Quote(ConverterPath));
        return line.ToString();
    }

    /// <inheritdoc/>
    protected override string GenerateResponseFileCommands() => ConversionList.Write(_items, CacheDirectory, IsDesignTime);

    /// <inheritdoc/>
    protected override string GetResponseFileSwitch(string responseFilePath) => "convert-all " + CommandLineText.Quote(responseFilePath);

    /// <inheritdoc/>
    protected override void LogEventsFromTextOutput(string singleLine, MessageImportance messageImportance)
    {
        if (ConversionMark.Parse(singleLine) is { } mark)
        {
            Follow(mark);
            return;
        }
        if (!string.IsNullOrWhiteSpace(singleLine))
            _complaints.Add(singleLine.Trim());
        NetworkItem item = _items[_current ?? 0];
        if (IsDesignTime)
            Log.LogMessage(MessageImportance.Low, "{0}", singleLine);
        else if (ConverterComplaint.AboutItem(item, singleLine) is { } complaint)
            new DiagnosticLog(Log, IsDesignTime).Report(complaint.Kind, item.Position, complaint.Message);
        else
            base.LogEventsFromTextOutput(singleLine, messageImportance);
    }

    private void Follow(ConversionMark mark)
    {
        NetworkItem item = _items[mark.Index];
        if (mark.ExitCode is not int exitCode)
        {
            _complaints.Clear();
            _current = mark.Index;
            Log.LogMessage(
                IsDesignTime ? MessageImportance.Low : MessageImportance.High,
                "{0}: converting {1}, because {2}", item.ClassName, item.ModelPath, item.Reason);
            return;
        }
        _current = null;
        if (exitCode != 0 || IsDesignTime)
            return;
        if (ModelVariant.Report(item.Output, item.Arguments) is string report)
            Log.LogMessage(MessageImportance.High, "{0}: report in {1}", item.ClassName, report);
        ConversionRecord.Write(item.Output, _snapshots[mark.Index], [.. _complaints.Where(line => s_warning.IsMatch(line))]);
    }

    /// <summary>The converter's own message is the error; only a converter that could not say why gets one here.</summary>
    protected override bool HandleTaskExecutionErrors()
    {
        bool isExplained = _current is null ? Log.HasLoggedErrors : _complaints.Any(line => s_error.IsMatch(line));
        if (isExplained || _isCancelled || IsDesignTime)
            return false;
        string lastWords = _complaints.Count == 0 ? "it said nothing" : $"it said: {string.Join(" ", _complaints.Skip(Math.Max(0, _complaints.Count - 5)))}";
        return Fail(TaskDiagnostics.ConverterFailed,
            $"the converter of '{_items[_current ?? 0].ModelPath}' ended with exit code {ExitCode}; {lastWords}. It needs the .NET runtime 10 or later");
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
        NetworkItem item = _items[_current ?? 0];
        SourcePosition position = item.Position.File is null ? new SourcePosition(item.ModelPath, 0, 0) : item.Position;
        new DiagnosticLog(Log, IsDesignTime).Report(kind, position, message);
        return false;
    }
}
