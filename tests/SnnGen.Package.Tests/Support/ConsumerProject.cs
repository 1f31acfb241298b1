namespace SnnGen.Package.Tests.Support;

/// <summary>A project of a user of the package, outside the source tree.</summary>
internal sealed class ConsumerProject
{
    private readonly PackageFixture _package;

    public ConsumerProject(PackageFixture package, string name, string frameworks = "net10.0")
    {
        _package = package;
        Folder = Path.Combine(package.Root, name);
        Frameworks = frameworks;
        Directory.CreateDirectory(Folder);
        CalibrationData.Write(PathOf("calibration.npy"));
    }

    public string Folder { get; }

    private string Frameworks { get; }

    public string PathOf(string relative) => Path.Combine(Folder, relative);

    public string IntermediateFolder => PathOf("obj/snngen");

    /// <summary>What the converter made, without records and cache.</summary>
    public IReadOnlyList<string> Networks => FilesIn("obj/snngen", "*.snn.json");

    public IReadOnlyList<string> CacheEntries => FilesIn("obj/snngen/cache", "*.snn");

    /// <summary>Writes the project file with these items.</summary>
    public void WriteProject(params string[] items)
    {
        string framework = Frameworks.Contains(';', StringComparison.Ordinal) ? "TargetFrameworks" : "TargetFramework";
        File.WriteAllText(PathOf("App.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <{framework}>{Frameworks}</{framework}>
                <Nullable>enable</Nullable>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <UseAppHost>false</UseAppHost>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="SnnGen" Version="{_package.Version}" PrivateAssets="all" />
                {string.Join("\n    ", items)}
              </ItemGroup>
            </Project>
            """);
    }

    /// <summary>Writes a file of the user's, wherever it lies.</summary>
    public void Write(string relative, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(relative))!);
        File.WriteAllText(PathOf(relative), text);
    }

    public void WriteProgram(string text) => File.WriteAllText(PathOf("Program.cs"), text);

    public CommandResult Dotnet(params string[] arguments)
    {
        using DotnetCommand command = Start(arguments);
        return command.Finish();
    }

    public DotnetCommand Start(params string[] arguments) => DotnetCommand.Start(Folder, arguments);

    private IReadOnlyList<string> FilesIn(string folder, string pattern) =>
        Directory.Exists(PathOf(folder)) ? [.. Directory.GetFiles(PathOf(folder), pattern).Order(StringComparer.Ordinal)] : [];
}
