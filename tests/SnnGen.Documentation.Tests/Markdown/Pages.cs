namespace SnnGen.Documentation.Tests.Markdown;

/// <summary>The pages of the repository.</summary>
internal static class Pages
{
    private static readonly string[] s_outside = ["README.md", "CONTRIBUTING.md", "src/SnnGen/README.md"];

    /// <summary>Their names, relative to the repository.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. s_outside,
        .. Directory.GetFiles(Path.Combine(RepositoryFolder.Root, "docs"), "*.md", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(RepositoryFolder.Root, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The blocks of a page.</summary>
    public static IReadOnlyList<CodeBlock> Blocks(string page) =>
        PageReader.Read(page, File.ReadAllText(Path.Combine(RepositoryFolder.Root, page)));

    /// <summary>Whether a page runs programs of Python.</summary>
    public static bool RunPython(string page) => Blocks(page).Any(block => block is { Language: "python", Hints.Run: true });

    /// <summary>Whether a page runs programs for ARM64.</summary>
    public static bool RunArm64(string page) =>
        Blocks(page).Any(block => block.Hints.Run && block.Text.Contains("qemu-aarch64", StringComparison.Ordinal));
}
