using SnnGen.Package.Tests.Support;

namespace SnnGen.Package.Tests;

[Collection(PackageCollection.Name)]
public sealed class WatchTests(PackageFixture package)
{
    private const string Item = """<SnnModel Include="tiny.onnx" Calibration="calibration.npy" />""";

    [Fact]
    public void Dotnet_watch_converts_a_model_that_is_saved_and_a_setting_that_is_edited()
    {
        var project = new ConsumerProject(package, "watched");
        TinyModel.Write(project.PathOf("tiny.onnx"));
        project.WriteProject(Item);
        project.WriteProgram("System.Console.WriteLine();");
        project.Dotnet("restore").ShouldSucceed();

        using DotnetCommand watch = project.Start("watch", "--non-interactive", "build", "--no-restore");
        watch.WaitForOutput("Waiting for a file to change");
        string first = Assert.Single(project.Networks);

        int seen = watch.Output.Length;
        TinyModel.Write(project.PathOf("tiny.onnx"), gain: 2);
        watch.WaitForOutput("tiny.onnx' changed", seen);
        watch.WaitForOutput("Waiting for a file to change", seen);
        Assert.Equal([first], project.Networks);

        seen = watch.Output.Length;
        project.WriteProject(Item.Replace("/>", """TimeSteps="4" />""", StringComparison.Ordinal));
        watch.WaitForOutput("there is no earlier result", seen);
        watch.WaitForOutput("Waiting for a file to change", seen);
        Assert.Equal(2, project.Networks.Count);
        watch.Kill();
    }
}
