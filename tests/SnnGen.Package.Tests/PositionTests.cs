using SnnGen.Package.Tests.Support;

namespace SnnGen.Package.Tests;

/// <summary>What is wrong with an item is said at its line, in whichever file it stands and whoever finds it.</summary>
[Collection(PackageCollection.Name)]
public sealed class PositionTests(PackageFixture package)
{
    [Fact]
    public void A_complaint_about_an_item_has_its_line()
    {
        var project = new ConsumerProject(package, "positions (1)");
        project.WriteProgram("System.Console.WriteLine();");
        TinyModel.Write(project.PathOf("Models/tiny.onnx"));
        TinyModel.Write(project.PathOf("Models/other.onnx"));

        // The build finds it: a file that is not there, at its metadata and at its item.
        project.WriteProject("""<SnnModel Include="Models/tiny.onnx" Calibration="calibration.npy" />""", "", """<SnnModel Include="Models/other.onnx"><Calibration>none.npy</Calibration></SnnModel>""");
        project.Dotnet("restore").ShouldSucceed();
        AssertStartsWith("App.csproj(13,43): error SNN1021: the Calibration file 'none.npy'", Build("SNN1021"));
        project.WriteProject("""<SnnModel Include="Models/gone.onnx" />""");
        AssertStartsWith("App.csproj(11,5): error SNN1020: the model file 'Models/gone.onnx' does not exist", Build("SNN1020"));

        // The converter finds it: a chip that it does not know, for one of the models of a glob.
        project.WriteProject("""<SnnModel Include="Models/*.onnx" Calibration="calibration.npy" />""", """<SnnModel Update="Models/other.onnx" Chip="loihii" />""");
        AssertStartsWith("App.csproj(11,5): error SNN1014: Models/other.onnx: ", Build("SNN1014"));

        // The item is of an imported file.
        File.WriteAllText(project.PathOf("Directory.Build.targets"), """
            <Project>
              <ItemGroup>
                <SnnModel Include="Models/tiny.onnx" Calibration="calibration.npy" Neuron="Hodgkin" />
              </ItemGroup>
            </Project>
            """);
        project.WriteProject();
        AssertStartsWith("Directory.Build.targets(3,72): error SNN1022: Neuron=\"Hodgkin\"", Build("SNN1022"));

        string Build(string id) => project.Dotnet("build", "--no-restore").ShouldFailWith(id);

        void AssertStartsWith(string expected, string error) => Assert.StartsWith(project.PathOf(expected), error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_warning_that_is_repeated_has_the_line_that_the_item_has_now()
    {
        const string Item = """<SnnModel Include="tiny.onnx" />""";
        var project = new ConsumerProject(package, "moving position");
        project.WriteProgram("System.Console.WriteLine();");
        TinyModel.Write(project.PathOf("tiny.onnx"));

        project.WriteProject(Item);
        string first = project.Dotnet("build").ShouldSucceed().Output;
        project.WriteProject("", "", Item);
        CommandResult second = project.Dotnet("build", "--no-restore").ShouldSucceed();

        Assert.Contains("App.csproj(11,5): warning SNN1009: tiny.onnx: no calibration data", first, StringComparison.Ordinal);
        Assert.Contains("App.csproj(13,5): warning SNN1009: tiny.onnx: no calibration data", second.Output, StringComparison.Ordinal);
        Assert.Empty(second.Converted);
    }
}
