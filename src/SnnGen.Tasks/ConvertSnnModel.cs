using System.ComponentModel;
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

    private const int NotStarted = -1;

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

    // What is converted, or would be if the converter began.
    private NetworkItem Item => _items[_current ?? 0];

    /// <inheritdoc/>
    public override bool Execute()
    {
        _items = [.. Networks.Select(NetworkItem.FromTaskItem)];
        if (_items.Length == 0)
            return true;
        if (!IsSolverPresent())
            return IsDesignTime;
        // All of them first: a file that changes before its turn counts as changed in the next build.
        var states = new FileStates();
        _snapshots = [.. _items.Select(item => ConversionRecord.Snapshot(item.Inputs, states))];
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
    protected override int ExecuteTool(string pathToTool, string responseFileCommands, string commandLineCommands)
    {
        try
        {
            return base.ExecuteTool(pathToTool, responseFileCommands, commandLineCommands);
        }
        catch (Win32Exception e)
        {
            Fail(TaskDiagnostics.ConverterFailed,
                $"the converter of '{Item.ModelPath}' could not be started by '{pathToTool}': {e.Message}; install the .NET SDK 10 or later and put dotnet on the PATH");
            return NotStarted;
        }
    }

    /// <inheritdoc/>
    protected override string GenerateFullPathToTool() => DotnetHost.Find(DotnetHostPath, DotnetRoot);

    /// <inheritdoc/>
    protected override string GetWorkingDirectory() => ProjectDirectory;

    /// <inheritdoc/>
    protected override string GenerateCommandLineCommands() => ConverterCommand.Of(ConverterPath, PackageFolders);

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
        NetworkItem item = Item;
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
        Record(item, _snapshots[mark.Index]);
    }

    /// <summary>The converter's own message is the error; only a converter that could not say why gets one here.</summary>
    protected override bool HandleTaskExecutionErrors()
    {
        bool isExplained = _current is null ? Log.HasLoggedErrors : _complaints.Any(line => s_error.IsMatch(line));
        if (isExplained || _isCancelled || IsDesignTime)
            return false;
        return Fail(TaskDiagnostics.ConverterFailed,
            $"the converter of '{Item.ModelPath}' {ConverterEnd.Describe(ExitCode, _complaints, Path.GetDirectoryName(ConverterPath)!)}");
    }

    // The result is whole and right even where nothing can be recorded about it.
    private void Record(NetworkItem item, IReadOnlyList<string> snapshot)
    {
        try
        {
            ConversionRecord.Write([item.Output, .. ModelVariant.Companions(item.Output, item.Arguments)], snapshot, [.. _complaints.Where(line => s_warning.IsMatch(line))]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Log.LogMessage(
                MessageImportance.High, "{0}: the next build will convert {1} again, because '{2}' cannot be written: {3}",
                item.ClassName, item.ModelPath, ConversionRecord.PathFor(item.Output), e.Message);
        }
    }

    private bool IsSolverPresent()
    {
        IReadOnlyList<string> missing = SolverPackage.Missing(Path.GetDirectoryName(ConverterPath)!, PackageFolders);
        if (missing.Count == 0)
            return true;
        return Fail(TaskDiagnostics.SolverMissing, SolverPackage.Describe(missing));
    }

    private bool Fail(TaskDiagnostic kind, string message)
    {
        SourcePosition position = Item.Position.File is null ? new SourcePosition(Item.ModelPath, 0, 0) : Item.Position;
        new DiagnosticLog(Log, IsDesignTime).Report(kind, position, message);
        return false;
    }
}
