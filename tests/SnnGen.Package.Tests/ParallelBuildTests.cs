using SnnGen.Package.Tests.Support;

namespace SnnGen.Package.Tests;

[Collection(PackageCollection.Name)]
public sealed class ParallelBuildTests(PackageFixture package)
{
    [Fact]
    public void Two_configurations_and_two_frameworks_built_at_once_share_one_conversion()
    {
        var project = new ConsumerProject(package, "parallel", "net8.0;net10.0");
        TinyModel.Write(project.PathOf("tiny.onnx"));
        project.WriteProject("""<SnnModel Include="tiny.onnx" Calibration="calibration.npy" />""");
        project.WriteProgram("System.Console.WriteLine(App.TinySnn.Run(new float[] { 0, 0, 0, 1 }).Class);");
        project.Dotnet("restore").ShouldSucceed();

        using DotnetCommand debug = project.Start("build", "--no-restore", "-c", "Debug");
        using DotnetCommand release = project.Start("build", "--no-restore", "-c", "Release");
        debug.Finish().ShouldSucceed();
        release.Finish().ShouldSucceed();

        Assert.Single(project.Networks);
        Assert.Single(project.CacheEntries);
        Assert.Empty(Directory.GetFiles(project.IntermediateFolder, "*.tmp", SearchOption.AllDirectories));
        Assert.Equal("2", project.Dotnet("bin/Release/net10.0/App.dll").ShouldSucceed().Output.Trim());
        Assert.Empty(project.Dotnet("build", "--no-restore", "-c", "Debug").ShouldSucceed().Converted);
    }
}
