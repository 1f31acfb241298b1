using SnnGen.Documentation.Tests.Markdown;
using SnnGen.Documentation.Tests.Walk;

namespace SnnGen.Documentation.Tests;

/// <summary>What is wrong in a page is found: each test has the kind of mistake that pages get with time.</summary>
[Collection(DocumentationCollection.Name)]
public sealed class BlockTests(DocumentationFixture fixture)
{
    private const string Model = """<SnnModel Include="digits.onnx" Calibration="calibration.npy" Objective="None" />""";

    [Theory]
    [InlineData("", "anything", "no language")]
    [InlineData("ruby", "puts 1", "no test takes blocks of 'ruby'")]
    [InlineData("json", "{ \"a\": }", "invalid start of a value")]
    [InlineData("python", "def f(:", "SyntaxError")]
    [InlineData("bash", "snngen evaluate mnist.onnx --images test.npy --calibrate x", "'--calibrate'")]
    [InlineData("bash", "snngen convert mnist.onnx", "'--output' is required")]
    [InlineData("bash", "snngen convert mnist.onnx --output a.snn.json --weights int7", "int7")]
    [InlineData("bash", "cd docs && snngen inspekt mnist.onnx", "inspekt")]
    [InlineData("bash", "dotnet buidl", "dotnet has no 'buidl'")]
    [InlineData("bash", "dotnet run --project sampleapp", "'sampleapp' is not there")]
    [InlineData("bash", "dotnet test tests/SnnGen.Nothing", "is not there")]
    [InlineData("bash", "dotnet publish sample-app --aot", "'--aot'")]
    [InlineData("bash", "dotnet publish sample-app -p:PublishAott=true", "'PublishAott'")]
    [InlineData("bash", "apt-get install Clang_", "names of packages")]
    [InlineData("bash", "python3 nothing.py", "is there")]
    [InlineData("bash", "rm -rf obj", "'rm' is not known")]
    [InlineData("xml", "<ItemGroup><SnnModel></ItemGroup>", "does not match")]
    [InlineData("xml", "<SnnModel Include=\"digits.onnx\" TimeStep=\"8\" />", "SNN1025")]
    [InlineData("xml", "<SnnModel Include=\"digits.onnx\" Weights=\"Int7\" />", "SNN1022")]
    [InlineData("xml", "<PropertyGroup><SnnGenCache>x</SnnGenCache></PropertyGroup>", "'SnnGenCache'")]
    [InlineData("xml", "<ItemGroup><PackageReferences Include=\"SnnGen\" /></ItemGroup>", "'PackageReferences'")]
    public void Finds_a_mistake(string language, string text, string problem) =>
        Assert.Contains(problem, Assert.Single(Problems(new CodeBlock("page.md", 7, language, text, new Hints()))));

    [Fact]
    public void Finds_a_member_that_a_class_does_not_have()
    {
        CodeBlock model = Block("xml", Model);

        Assert.Empty(Problems(model, Block("csharp", "int inputs = DigitsSnn.InputSize;")));
        Assert.Contains("InputCount", Assert.Single(Problems(model, Block("csharp", "int inputs = DigitsSnn.InputCount;"))));
    }

    [Fact]
    public void Finds_output_that_is_another()
    {
        CodeBlock program = Block("csharp", "Console.WriteLine(\"1 2 3\");") with { Hints = new Hints(Run: true) };

        Assert.Empty(Problems(program, Block("text", "1 … 3")));
        Assert.StartsWith("page.md:7: the page shows", Assert.Single(Problems(program, Block("text", "1 … 4"))));
    }

    [Fact]
    public void Finds_a_file_that_is_never_built()
    {
        CodeBlock project = Block("xml", "<Project />") with { Hints = new Hints(File: "App.csproj") };
        CodeBlock source = Block("csharp", "nonsense") with { Hints = new Hints(File: "Program.cs") };

        Assert.Contains("never builds", Assert.Single(Problems(project, source)));
    }

    [Fact]
    public void Takes_text_that_nobody_printed() => Assert.Empty(Problems(Block("json", "{}"), Block("text", "a drawing")));

    private static CodeBlock Block(string language, string text) => new("page.md", 7, language, text + "\n", new Hints());

    private IReadOnlyList<string> Problems(params CodeBlock[] blocks) => PageWalk.Problems(blocks, fixture.FolderOf(Guid.NewGuid().ToString("N")));
}
