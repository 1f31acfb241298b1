using SnnGen.Package.Tests.Support;

namespace SnnGen.Package.Tests;

[Collection(PackageCollection.Name)]
public sealed class DesignTimeTests(PackageFixture package)
{
    private static readonly string[] s_asAnIde =
        ["msbuild", "-t:Compile", "-v:n", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true", "-p:BuildProjectReferences=false"];

    [Fact]
    public void An_IDE_gets_the_shape_and_the_next_build_converts()
    {
        var project = new ConsumerProject(package, "design time");
        TinyModel.Write(project.PathOf("tiny.onnx"));
        File.WriteAllText(project.PathOf("broken.onnx"), "no model");
        string goodItem = """<SnnModel Include="tiny.onnx" Calibration="calibration.npy" />""";
        project.WriteProject(goodItem, """<SnnModel Include="broken.onnx" />""", """<SnnModel Include="missing.onnx" />""");
        project.WriteProgram("System.Console.WriteLine(App.TinySnn.Run(new float[] { 0, 0, 1, 0 }).Class);");
        project.Dotnet("restore").ShouldSucceed();

        CommandResult design = project.Dotnet(s_asAnIde).ShouldSucceed();

        Assert.Empty(design.Errors);
        string standIn = Assert.Single(project.Networks);
        Assert.Contains("\"shapeOnly\": true", File.ReadAllText(standIn));
        Assert.Empty(project.CacheEntries);

        project.WriteProject(goodItem);
        Assert.Equal(["TinySnn"], project.Dotnet("build").ShouldSucceed().Converted);
        Assert.Equal([standIn], project.Networks);
        string converted = File.ReadAllText(standIn);
        Assert.DoesNotContain("shapeOnly", converted);
        Assert.Equal("1", project.Dotnet("bin/Debug/net10.0/App.dll").ShouldSucceed().Output.Trim());

        // An earlier result is good enough for the IDE, however old.
        File.SetLastWriteTimeUtc(project.PathOf("tiny.onnx"), DateTime.UtcNow);
        project.Dotnet(s_asAnIde).ShouldSucceed();
        Assert.Equal(converted, File.ReadAllText(standIn));
    }
}
