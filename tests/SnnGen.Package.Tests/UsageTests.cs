using System.Text.RegularExpressions;
using SnnGen.Package.Tests.Support;

namespace SnnGen.Package.Tests;

/// <summary>The analyzer comes with the package, and the code fixes beside it do not disturb the compiler.</summary>
[Collection(PackageCollection.Name)]
public sealed class UsageTests(PackageFixture package)
{
    [Fact]
    public void A_wrong_length_is_said_once_at_its_place()
    {
        var project = new ConsumerProject(package, "usage");
        TinyModel.Write(project.PathOf("tiny.onnx"));
        project.WriteProject("""<SnnModel Include="tiny.onnx" Calibration="calibration.npy" />""");

        project.WriteProgram("byte[] image = new byte[28 * 28];\nSystem.Console.WriteLine(App.TinySnn.Run(image).Class);");
        CommandResult wrong = project.Dotnet("build", "-p:TreatWarningsAsErrors=false").ShouldSucceed();
        Assert.Contains("Program.cs(2,42): warning SNN3001: 'input' of TinySnn.Run must have 4 elements (InputSize), but has 784", wrong.Output, StringComparison.Ordinal);
        Assert.Equal(["SNN3001"], Warnings(wrong));

        project.WriteProgram("byte[] image = new byte[App.TinySnn.InputSize];\nSystem.Console.WriteLine(App.TinySnn.Run(image).Class);");
        Assert.Empty(Warnings(project.Dotnet("build", "--no-restore", "-p:TreatWarningsAsErrors=false").ShouldSucceed()));
    }

    /// <summary>Ids of the distinct warnings; the summary repeats them.</summary>
    private static IEnumerable<string> Warnings(CommandResult build) =>
        Regex.Matches(build.Output, @"^.*\bwarning (?<id>\w+)\s*:.*$", RegexOptions.Multiline)
            .DistinctBy(match => match.Value.Trim()).Select(match => match.Groups["id"].Value);
}
