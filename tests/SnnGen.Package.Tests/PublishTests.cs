using SnnGen.NativeAot.Tests.Support;
using SnnGen.Package.Tests.Support;

namespace SnnGen.Package.Tests;

/// <summary>Programs that need no .NET on the machine where they run.</summary>
[Collection(PackageCollection.Name)]
public sealed class PublishTests(PackageFixture package)
{
    private static readonly string s_program = OperatingSystem.IsWindows() ? "App.exe" : "App";

    /// <summary>Where no .NET is: a program that looked for one would not start.</summary>
    private static readonly Dictionary<string, string> s_noRuntime = new() { ["DOTNET_ROOT"] = Path.GetTempPath(), ["PATH"] = "" };

    [Fact]
    public void A_single_self_contained_file_runs_alone()
    {
        ConsumerProject project = Project("single file");

        string folder = Publish(project, "--self-contained", "-p:PublishSingleFile=true", "-p:UseAppHost=true", "-p:DebugType=embedded");

        Assert.Equal([s_program], Directory.GetFileSystemEntries(folder).Select(Path.GetFileName));
        Assert.Equal("2", Run(folder));
    }

    [NativeFact]
    public void A_native_program_runs_alone()
    {
        ConsumerProject project = Project("native app");

        string folder = Publish(project, "-p:PublishAot=true", "-p:StripSymbols=false");

        Assert.Empty(Directory.GetFiles(folder, "*.dll"));
        Assert.Equal("2", Run(folder));
    }

    private ConsumerProject Project(string name)
    {
        var project = new ConsumerProject(package, name);
        TinyModel.Write(project.PathOf("tiny.onnx"));
        project.WriteProject("""<SnnModel Include="tiny.onnx" Calibration="calibration.npy" />""");
        project.WriteProgram("System.Console.WriteLine(App.TinySnn.Run(new float[] { 0, 0, 0, 1 }).Class);");
        return project;
    }

    private static string Publish(ConsumerProject project, params string[] arguments)
    {
        project.Dotnet(["publish", "-r", BuildContext.RuntimeIdentifier, "-o", project.PathOf("published"), .. arguments]).ShouldSucceed();
        return project.PathOf("published");
    }

    private static string Run(string folder)
    {
        using DotnetCommand program = DotnetCommand.StartProgram(Path.Combine(folder, s_program), folder, s_noRuntime);
        return program.Finish().ShouldSucceed().Output.Trim();
    }
}
