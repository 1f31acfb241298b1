using SnnGen.Package.Tests.Support;

namespace SnnGen.Package.Tests;

/// <summary>The life of a user's project, from the first build to the clean one.</summary>
[Collection(PackageCollection.Name)]
public sealed class ConsumerTests(PackageFixture package)
{
    private const string FirstItem = """<SnnModel Include="Models/größe 1.onnx" Calibration="calibration.npy" ClassName="First" Weights="Float32" />""";
    private const string SecondItem = """<SnnModel Include="Models/second.onnx" Calibration="calibration.npy" TimeSteps="16" />""";

    /// <summary>Prints the class that each network gives for inputs whose answers are known.</summary>
    private const string Program = """
        using System;
        using App;

        float[][] inputs = [[1, 0.5f, 0, 0], [0, 0.1f, 0.9f, 0.2f], [0.1f, 0, 0.2f, 1]];
        foreach (float[] input in inputs)
            Console.WriteLine($"{First.Run(input).Class} {SecondSnn.Run(input).Class}");
        """;

    [Fact]
    public void Builds_runs_publishes_and_cleans()
    {
        var project = new ConsumerProject(package, "first app");
        TinyModel.Write(project.PathOf("Models/größe 1.onnx"));
        TinyModel.Write(project.PathOf("Models/second.onnx"));
        project.WriteProject(FirstItem, SecondItem);
        project.WriteProgram(Program);

        CommandResult build = project.Dotnet("build").ShouldSucceed();
        Assert.Equal(["First", "SecondSnn"], build.Converted);
        Assert.Equal("0 0\n1 1\n2 2\n", project.Dotnet("bin/Debug/net10.0/App.dll").ShouldSucceed().Output.TrimEnd() + "\n");
        AssertHoldsOnlyTheApp(project.PathOf("bin/Debug/net10.0"));

        NothingHappensWhereNothingChanged(project);
        OnlyTheModelWithAChangedSettingIsConverted(project);
        RestoredContentComesFromTheCache(project);

        project.Dotnet("publish", "--no-restore", "-o", project.PathOf("published")).ShouldSucceed();
        AssertHoldsOnlyTheApp(project.PathOf("published"));

        project.Dotnet("clean").ShouldSucceed();
        Assert.False(Directory.Exists(project.IntermediateFolder));
    }

    // Contents count, not times.
    private static void NothingHappensWhereNothingChanged(ConsumerProject project)
    {
        File.SetLastWriteTimeUtc(project.PathOf("Models/second.onnx"), DateTime.UtcNow.AddDays(1));
        CommandResult again = project.Dotnet("build", "--no-restore", "-v:n").ShouldSucceed();

        Assert.Empty(again.Converted);
        Assert.Contains("Skipping target \"CoreCompile\"", again.Output);
    }

    private static void OnlyTheModelWithAChangedSettingIsConverted(ConsumerProject project)
    {
        IReadOnlyList<string> before = project.Networks;
        project.WriteProject(FirstItem, SecondItem.Replace("\"16\"", "\"12\"", StringComparison.Ordinal));
        Assert.Equal(["SecondSnn"], project.Dotnet("build", "--no-restore").ShouldSucceed().Converted);
        Assert.Equal(before.Count + 1, project.Networks.Count);

        project.WriteProject(FirstItem, SecondItem);
        Assert.Empty(project.Dotnet("build", "--no-restore").ShouldSucceed().Converted);
    }

    private static void RestoredContentComesFromTheCache(ConsumerProject project)
    {
        string model = project.PathOf("Models/second.onnx");
        string[] texts = [.. project.Networks.Select(File.ReadAllText)];
        int entries = project.CacheEntries.Count;

        DateTime time = File.GetLastWriteTimeUtc(model);
        TinyModel.Write(model, gain: 3);
        File.SetLastWriteTimeUtc(model, time);
        Assert.Equal(["SecondSnn"], project.Dotnet("build", "--no-restore").ShouldSucceed().Converted);
        Assert.Equal(entries + 1, project.CacheEntries.Count);

        TinyModel.Write(model);
        Assert.Equal(["SecondSnn"], project.Dotnet("build", "--no-restore").ShouldSucceed().Converted);
        Assert.Equal(entries + 1, project.CacheEntries.Count);
        Assert.Equal(texts, project.Networks.Select(File.ReadAllText));
    }

    private static void AssertHoldsOnlyTheApp(string folder)
    {
        Assert.Equal(
            ["App.deps.json", "App.dll", "App.pdb", "App.runtimeconfig.json"],
            Directory.GetFileSystemEntries(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        string dependencies = File.ReadAllText(Path.Combine(folder, "App.deps.json"));
        Assert.All(["SnnGen", "OrTools", "OnnxRuntime", "MathNet", "Protobuf"], name => Assert.DoesNotContain(name, dependencies));
    }
}
