using System.Text.RegularExpressions;
using SnnGen.Package.Tests.Support;

namespace SnnGen.Package.Tests;

/// <summary>What is wrong is said once, with an id, and leaves nothing behind.</summary>
[Collection(PackageCollection.Name)]
public sealed class FailureTests(PackageFixture package)
{
    [Fact]
    public void Bad_models_and_folders_give_one_error_each()
    {
        var project = new ConsumerProject(package, "failures");
        project.WriteProgram("System.Console.WriteLine();");
        File.WriteAllText(project.PathOf("corrupt.onnx"), "this is no model");
        TinyModel.Write(project.PathOf("exotic.onnx"), 1, "Frobnicate", "Transmogrify");
        TinyModel.Write(project.PathOf("tiny.onnx"));

        string corrupt = Build("""<SnnModel Include="corrupt.onnx" Calibration="calibration.npy" />""", "restore").ShouldFailWith("SNN1002");
        Assert.Contains("corrupt.onnx", corrupt);
        Assert.Empty(project.Networks);

        string exotic = Build("""<SnnModel Include="exotic.onnx" Calibration="calibration.npy" />""").ShouldFailWith("SNN1003");
        Assert.Contains("Frobnicate", exotic);
        Assert.Contains("Transmogrify", exotic);
        Assert.Empty(project.Networks);

        CommandResult mixed = Build("""<SnnModel Include="corrupt.onnx;exotic.onnx;tiny.onnx" Calibration="calibration.npy" />""");
        Assert.NotEqual(0, mixed.ExitCode);
        Assert.Equal(["CorruptSnn", "ExoticSnn", "TinySnn"], mixed.Converted);
        Assert.Equal(["SNN1002", "SNN1003"], mixed.Errors.Select(error => Regex.Match(error, @"error (SNN\d+):").Groups[1].Value).Order());
        Assert.Single(project.Networks);

        string misspelled = Build("""<SnnModel Include="tiny.onnx" Neuron="Hodgkin" />""").ShouldFailWith("SNN1022");
        Assert.Contains("App.csproj(", misspelled);

        if (Directory.Exists(project.IntermediateFolder))
            Directory.Delete(project.IntermediateFolder, recursive: true);
        File.WriteAllText(project.IntermediateFolder, "in the way");
        string blocked = Build("""<SnnModel Include="tiny.onnx" Calibration="calibration.npy" />""").ShouldFailWith("SNN1011");
        Assert.Contains("snngen", blocked);

        CommandResult Build(string item, string? before = null)
        {
            project.WriteProject(item);
            if (before is not null)
                project.Dotnet(before).ShouldSucceed();
            return project.Dotnet("build", "--no-restore");
        }
    }

    [Fact]
    public void A_project_of_FSharp_is_told_that_it_gets_no_class()
    {
        var project = new ConsumerProject(package, "fsharp");
        TinyModel.Write(project.PathOf("tiny.onnx"));
        project.Write("App.fsproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup>
                <Compile Include="Library.fs" />
                <PackageReference Include="SnnGen" Version="{package.Version}" PrivateAssets="all" />
                <SnnModel Include="tiny.onnx" Calibration="calibration.npy" />
              </ItemGroup>
            </Project>
            """);
        project.Write("Library.fs", "module Library");

        string error = project.Dotnet("build").ShouldFailWith("SNN1028");

        Assert.Contains("App.fsproj(", error);
        Assert.Empty(project.Networks);
    }

    [Fact]
    public void A_warning_of_the_conversion_stays_until_its_cause_is_gone()
    {
        var project = new ConsumerProject(package, "warnings");
        TinyModel.Write(project.PathOf("tiny.onnx"));
        project.WriteProject("""<SnnModel Include="tiny.onnx" />""");
        project.WriteProgram("System.Console.WriteLine();");

        project.Dotnet("build", "-warnaserror").ShouldFailWith("SNN1009");
        CommandResult second = project.Dotnet("build", "--no-restore", "-warnaserror");
        second.ShouldFailWith("SNN1009");
        Assert.Empty(second.Converted);
    }

    [Fact]
    public void A_build_killed_in_mid_conversion_leaves_nothing_that_harms_the_next()
    {
        var project = new ConsumerProject(package, "killed");
        TinyModel.Write(project.PathOf("tiny.onnx"));
        project.WriteProject("""<SnnModel Include="tiny.onnx" Calibration="calibration.npy" />""");
        project.WriteProgram("System.Console.WriteLine(App.TinySnn.Run(new float[] { 0, 0, 1, 0 }).Class);");
        project.Dotnet("build").ShouldSucceed();
        string converted = File.ReadAllText(Assert.Single(project.Networks));
        string lockPath = Path.ChangeExtension(Assert.Single(project.CacheEntries), ".lock");
        File.Delete(Assert.Single(project.CacheEntries));
        File.Delete(Assert.Single(project.Networks));

        // Whoever holds the lock stops the conversion in the middle.
        using (new FileStream(lockPath, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            using DotnetCommand build = project.Start("build", "--no-restore");
            build.WaitForOutput("TinySnn: converting");
            Thread.Sleep(TimeSpan.FromSeconds(1));
            build.Kill();
        }

        Assert.Empty(project.Networks);
        Assert.Empty(project.CacheEntries);
        Assert.Equal(["TinySnn"], project.Dotnet("build", "--no-restore").ShouldSucceed().Converted);
        Assert.Equal(converted, File.ReadAllText(Assert.Single(project.Networks)));
        Assert.Equal("1", project.Dotnet("bin/Debug/net10.0/App.dll").ShouldSucceed().Output.Trim());
    }

    [Fact]
    public void A_cancelled_build_stops_the_converter()
    {
        if (OperatingSystem.IsWindows())
            return; // A console of one's own would be needed to send Ctrl+C.
        var project = new ConsumerProject(package, "cancelled");
        TinyModel.Write(project.PathOf("tiny.onnx"));
        project.WriteProject("""<SnnModel Include="tiny.onnx" Calibration="calibration.npy" />""");
        project.WriteProgram("System.Console.WriteLine();");
        project.Dotnet("build").ShouldSucceed();
        string lockPath = Path.ChangeExtension(Assert.Single(project.CacheEntries), ".lock");
        File.Delete(Assert.Single(project.CacheEntries));
        File.Delete(Assert.Single(project.Networks));

        using (new FileStream(lockPath, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            using DotnetCommand build = project.Start("build", "--no-restore");
            build.WaitForOutput("TinySnn: converting");
            Thread.Sleep(TimeSpan.FromSeconds(1));
            Signals.Interrupt(build.ProcessId);
            Assert.NotEqual(0, build.Finish().ExitCode);
        }

        // A converter that still waited would have the lock now, and write.
        Thread.Sleep(TimeSpan.FromSeconds(1));
        Assert.Empty(project.Networks);
        Assert.Empty(Directory.GetFiles(project.IntermediateFolder, "*.tmp", SearchOption.AllDirectories));
    }
}
