using SnnGen.Package.Tests.Support;

namespace SnnGen.Package.Tests;

/// <summary>The same model gives the same network and the same code, wherever and however a project is built.</summary>
[Collection(PackageCollection.Name)]
public sealed class DeterminismTests(PackageFixture package)
{
    /// <summary>Prints the name of a month, which tells the culture of the build.</summary>
    private const string Culture = """
        <Project>
          <Target Name="ShowCulture" BeforeTargets="CoreCompile">
            <Message Importance="high" Text="month $([System.DateTime]::FromBinary(637822944000000000).ToString(MMMM))" />
          </Target>
        </Project>
        """;

    [CultureFact]
    public void Cultures_folders_configurations_and_processors_give_the_same_bytes()
    {
        using Build expected = Start("C", "determinism", "Debug", "4");
        // A comma for the decimal point and a dotless i; an Arabic calendar and a sign of its own for minus.
        using Build turkish = Start("tr_TR.UTF-8", "deeper/determinism in a föhn", "Release", "1");
        SortedDictionary<string, string> files = expected.Finish("March");
        AssertSame(files, turkish.Finish("Mart"));

        using Build arabic = Start("ar_SA.UTF-8", "d", "Debug", "2");
        using Build german = Start("de_DE.UTF-8", "determinism, once more", "Release", "2");
        AssertSame(files, arabic.Finish("شعبان"));
        AssertSame(files, german.Finish("März"));

        Assert.Equal(4, files.Keys.Count(name => name.EndsWith(".snn.json", StringComparison.Ordinal)));
        Assert.Contains(files.Keys, name => name.EndsWith(".g.cs", StringComparison.Ordinal));
    }

    private static void AssertSame(SortedDictionary<string, string> expected, SortedDictionary<string, string> actual)
    {
        Assert.Equal(expected.Keys, actual.Keys);
        Assert.All(expected.Keys, name => Assert.True(expected[name] == actual[name], name));
    }

    private Build Start(string locale, string folder, string configuration, string processors)
    {
        var project = new ConsumerProject(package, folder);
        TinyModel.Write(project.PathOf("first.onnx"));
        TinyModel.Write(project.PathOf("second.onnx"));
        project.WriteProject(
            """<SnnModel Include="first.onnx" Calibration="calibration.npy" Variants="Int8;Float32" Neuron="Lif" />""",
            """<SnnModel Include="second.onnx" Calibration="calibration.npy" Profile="Portable" Weights="Int4" />""",
            """<SnnModel Include="second.onnx" Calibration="calibration.npy" ClassName="Timed" Encoding="Latency" Reset="Zero" />""");
        project.Write("Directory.Build.targets", Culture);
        project.WriteProgram("System.Console.WriteLine();");
        var environment = new Dictionary<string, string> { ["LC_ALL"] = locale, ["DOTNET_PROCESSOR_COUNT"] = processors };
        return new Build(project, DotnetCommand.StartProgram("dotnet", project.Folder, environment, "build", "-c", configuration, "-p:EmitCompilerGeneratedFiles=true", "-p:CompilerGeneratedFilesOutputPath=obj/generated"));
    }

    /// <summary>A build under way.</summary>
    private sealed class Build(ConsumerProject project, DotnetCommand command) : IDisposable
    {
        /// <summary>Waits for the end, and returns what was made, by its path in <c>obj</c>.</summary>
        public SortedDictionary<string, string> Finish(string month)
        {
            Assert.Contains($"month {month}\n", command.Finish().ShouldSucceed().Output);
            string[] made = [.. project.Networks, .. Directory.GetFiles(project.PathOf("obj/generated"), "*.cs", SearchOption.AllDirectories)];
            return new(made.ToDictionary(file => Path.GetRelativePath(project.PathOf("obj"), file), File.ReadAllText), StringComparer.Ordinal);
        }

        public void Dispose() => command.Dispose();
    }
}
