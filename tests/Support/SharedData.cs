namespace SnnGen.Tests.Support;

/// <summary>The folder <c>shared</c> beside the repository.</summary>
internal static class SharedData
{
    /// <summary>Its path, or null where it is absent.</summary>
    public static string? Folder { get; } = Find();

    /// <summary>Why tests on it are skipped, or null where they run.</summary>
    public static string? SkipReason { get; } = Folder is null
        ? "the folder ../shared with MNIST and the trained models is not beside this repository"
        : null;

    public static string Path(params string[] parts) => System.IO.Path.Combine([Folder!, .. parts]);

    private static string? Find()
    {
        string shared = System.IO.Path.GetFullPath(System.IO.Path.Combine(RepositoryFolder.Root, "..", "shared"));
        return Directory.Exists(System.IO.Path.Combine(shared, "data", "mnist")) ? shared : null;
    }
}
