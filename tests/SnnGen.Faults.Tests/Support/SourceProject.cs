using System.Reflection;
using System.Security;

namespace SnnGen.Faults.Tests.Support;

/// <summary>A user's project outside the source tree that is built with tool, tasks and generator as they lie in <c>bin</c>.</summary>
internal sealed class SourceProject : IDisposable
{
    private static readonly string s_configuration = typeof(SourceProject).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "Configuration").Value!;

    private readonly TemporaryFolder _root = new();

    /// <param name="folder">Name of the project's folder.</param>
    /// <param name="model">Name of the model's file.</param>
    public SourceProject(string folder, string model)
    {
        Folder = _root.PathOf(folder);
        Model = Path.Combine(Folder, model);
        TinyModel.Write(Model);
        CalibrationData.Write(Path.Combine(Folder, "calibration.npy"));
        File.WriteAllText(Path.Combine(Folder, "Program.cs"), "System.Console.WriteLine(App.Net.Run(new float[] { 0, 0, 1, 0 }).Class);");
        File.WriteAllText(Path.Combine(Folder, "App.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <UseAppHost>false</UseAppHost>
                <SnnGenToolPath>{In("src/SnnGen.Tool/bin", "net10.0/snngen.dll")}</SnnGenToolPath>
                <SnnGenTasksAssembly>{In("src/SnnGen.Tasks/bin", "netstandard2.0/SnnGen.Tasks.dll")}</SnnGenTasksAssembly>
              </PropertyGroup>
              <Import Project="{In("src/SnnGen/build/SnnGen.props")}" />
              <ItemGroup>
                <Analyzer Include="{In("generators/SnnGen.Generators/bin", "netstandard2.0/SnnGen.Generators.dll")}" />
                <Analyzer Include="{In("src/SnnGen.Spiking/bin", "netstandard2.0/SnnGen.Spiking.dll")}" />
                <SnnModel Include="{SecurityElement.Escape(Escape(model))}" Calibration="calibration.npy" ClassName="Net" Namespace="App" />
              </ItemGroup>
              <Import Project="{In("src/SnnGen/build/SnnGen.targets")}" />
            </Project>
            """);
    }

    public string Folder { get; }

    public string Model { get; }

    /// <summary>The converted network; null where there is none.</summary>
    public string? Network => FilesIn("obj/snngen", "*.snn.json").SingleOrDefault();

    public string[] CacheEntries => FilesIn("obj/snngen", "*.snn");

    public string[] FilesIn(string folder, string pattern) =>
        Directory.Exists(Path.Combine(Folder, folder)) ? Directory.GetFiles(Path.Combine(Folder, folder), pattern, SearchOption.AllDirectories) : [];

    public DotnetCommand Start(params string[] more) => DotnetCommand.Start(Folder, ["build", .. more]);

    public CommandResult Build(params string[] more)
    {
        using DotnetCommand command = Start(more);
        return command.Finish().ShouldSucceed();
    }

    /// <summary>What the app prints.</summary>
    public string Run()
    {
        using DotnetCommand command = DotnetCommand.Start(Folder, "bin/Debug/net10.0/App.dll");
        return command.Finish().ShouldSucceed().Output.Trim();
    }

    public void Dispose() => _root.Dispose();

    private static string In(params string[] parts) =>
        Escape(parts.Length == 1 ? Path.Combine(RepositoryFolder.Root, parts[0]) : Path.Combine(RepositoryFolder.Root, parts[0], s_configuration, parts[1]));

    /// <summary>As a project file says characters that mean something to MSBuild.</summary>
    private static string Escape(string text) => string.Concat(text.Select(
        c => "%*?@$();'".Contains(c, StringComparison.Ordinal) ? $"%{(int)c:x2}" : c.ToString()));
}
