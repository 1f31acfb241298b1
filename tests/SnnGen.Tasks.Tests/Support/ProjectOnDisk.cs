using System.Collections;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace SnnGen.Tasks.Tests.Support;

/// <summary>A project folder with one model and a converter's file, and the task that looks at it.</summary>
public sealed class ProjectOnDisk : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ProjectOnDisk()
    {
        Write("mnist.onnx", "model");
        Write("snngen.dll", "converter");
    }

    public RecordingEngine Engine { get; } = new();

    public string Language { get; set; } = "C#";

    public string Root => _folder.Root;

    public string Write(string relative, string text) => _folder.Write(relative, text);

    public string PathOf(string relative) => _folder.PathOf(relative);

    /// <summary>An item as MSBuild makes it of an element in <c>app.csproj</c>.</summary>
    public ITaskItem Item(string include, params (string Name, string Value)[] metadata) => ItemOf("app.csproj", include, metadata);

    /// <summary>An item of an element in a file that the project imports.</summary>
    public ITaskItem ItemOf(string file, string include, params (string Name, string Value)[] metadata) =>
        new LocatedItem(new TaskItem(PathOf(include), metadata.ToDictionary(m => m.Name, m => m.Value)), include, PathOf(file));

    public ITaskItem[] Resolve(params ITaskItem[] models) => Run(models, isDesignTime: false);

    public ITaskItem[] ResolveInDesignTime(params ITaskItem[] models) => Run(models, isDesignTime: true);

    public void Dispose() => _folder.Dispose();

    private ITaskItem[] Run(ITaskItem[] models, bool isDesignTime)
    {
        var task = new ResolveSnnModels
        {
            BuildEngine = Engine,
            Models = models,
            ProjectFile = PathOf("app.csproj"),
            ProjectDirectory = Root,
            IntermediateDirectory = "obj/snngen/",
            ToolPath = PathOf("snngen.dll"),
            RootNamespace = "My.App",
            Language = Language,
            IsDesignTime = isDesignTime,
        };
        bool isSuccess = task.Execute();
        Assert.Equal(Engine.Errors.Count == 0, isSuccess);
        return task.Networks;
    }

    /// <summary>MSBuild knows where an item was defined and its folder; a task item made by hand does not.</summary>
    private sealed class LocatedItem(TaskItem inner, string include, string project) : ITaskItem
    {
        public string ItemSpec { get => include; set => throw new NotSupportedException(); }

        public ICollection MetadataNames => inner.MetadataNames;

        public int MetadataCount => inner.MetadataCount;

        public IDictionary CloneCustomMetadata() => inner.CloneCustomMetadata();

        public void CopyMetadataTo(ITaskItem destinationItem) => inner.CopyMetadataTo(destinationItem);

        public string GetMetadata(string metadataName) =>
            metadataName switch
            {
                "DefiningProjectFullPath" => project,
                "FullPath" => Path.Combine(Path.GetDirectoryName(project)!, include),
                _ => inner.GetMetadata(metadataName),
            };

        public void RemoveMetadata(string metadataName) => inner.RemoveMetadata(metadataName);

        public void SetMetadata(string metadataName, string metadataValue) => inner.SetMetadata(metadataName, metadataValue);
    }
}
