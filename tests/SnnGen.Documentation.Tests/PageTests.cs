using SnnGen.Documentation.Tests.Building;
using SnnGen.Documentation.Tests.Markdown;
using SnnGen.Documentation.Tests.Walk;

namespace SnnGen.Documentation.Tests;

/// <summary>A reader who follows the pages word by word gets what they promise.</summary>
[Collection(DocumentationCollection.Name)]
public sealed class PageTests(DocumentationFixture fixture)
{
    /// <summary>Share of the test inputs that a spiking network decides as the model that the page has trained.</summary>
    private const double LeastAgreement = 0.96;

    public static TheoryData<string> Plain => [.. Pages.All.Where(page => !Pages.RunPython(page) && !Pages.RunArm64(page))];

    public static TheoryData<string> WithPython => [.. Pages.All.Where(Pages.RunPython)];

    public static TheoryData<string> WithArm64 => [.. Pages.All.Where(Pages.RunArm64)];

    [Theory]
    [MemberData(nameof(Plain))]
    public void Does_what_it_says(string page) => Follow(page);

    [PythonTheory]
    [MemberData(nameof(WithPython))]
    public void Does_what_it_says_in_Python(string page)
    {
        PageFolder folder = Follow(page);

        Assert.All(Directory.GetFiles(folder.Root, "*.onnx"), model => Assert.InRange(Evaluation.Agreement(model, folder), LeastAgreement, 1));
    }

    [Arm64Theory]
    [MemberData(nameof(WithArm64))]
    public void Does_what_it_says_on_ARM64(string page) => Follow(page);

    [PlainPythonFact]
    public void Programs_in_Python_compile()
    {
        IEnumerable<CodeBlock> programs = Pages.All.SelectMany(Pages.Blocks).Where(block => block.Language == "python");

        Assert.Empty(PageWalk.Problems(programs.Select(program => program with { Hints = new Hints() }), fixture.FolderOf("python")));
    }

    private PageFolder Follow(string page)
    {
        IReadOnlyList<CodeBlock> blocks = Pages.Blocks(page);
        PageFolder folder = fixture.FolderOf(page, convertsInFull: blocks.Any(block => block is { Language: "csharp", Hints.Run: true }));
        IReadOnlyList<string> problems = PageWalk.Problems(blocks, folder);

        Assert.True(problems.Count == 0, string.Join("\n\n", problems));
        return folder;
    }
}
