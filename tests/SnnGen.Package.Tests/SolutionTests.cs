using SnnGen.Package.Tests.Support;

namespace SnnGen.Package.Tests;

/// <summary>
/// A solution with central package management: a library with a network, for two frameworks, and an app and tests that use
/// it, built by two processes at once. Then it is built again without a network.
/// </summary>
[Collection(PackageCollection.Name)]
public sealed class SolutionTests(PackageFixture package)
{
    private const string App = """
        System.Console.WriteLine($"{Library.TinySnn.Run(new float[] { 0, 0, 1, 0 }).Class} {typeof(Library.TinySnn).Assembly.GetName().Name}");
        """;

    [Fact]
    public void A_library_gives_its_network_to_others_and_nothing_of_SnnGen()
    {
        var solution = new ConsumerProject(package, "a solution");
        Write(solution);

        CommandResult build = solution.Dotnet("build", "All.slnx", "-m:2").ShouldSucceed();

        Assert.Equal(["TinySnn"], build.Converted.Distinct());
        Assert.Single(Directory.GetFiles(solution.PathOf("Library/obj/snngen"), "*.snn.json"));
        foreach (string framework in (string[])["net8.0", "net10.0"])
            Assert.Contains("TinySnn", File.ReadAllText(solution.PathOf($"Library/bin/Debug/{framework}/Library.xml")));
        foreach (string user in (string[])["App", "Tests"])
        {
            Assert.DoesNotContain("\"SnnGen/", File.ReadAllText(solution.PathOf($"{user}/obj/project.assets.json")));
            Assert.DoesNotContain("SnnGen", File.ReadAllText(solution.PathOf($"{user}/bin/Debug/net10.0/{user}.deps.json")));
            Assert.Empty(Directory.GetFiles(solution.PathOf($"{user}/bin/Debug/net10.0"), "*.dll").Select(Path.GetFileNameWithoutExtension).Except([user, "Library"]));
        }
        Assert.Equal("1 Library", solution.Dotnet("App/bin/Debug/net10.0/App.dll").ShouldSucceed().Output.Trim());

        Directory.Delete(solution.PathOf("Library/obj/snngen"), recursive: true);
        using DotnetCommand offline = EmptyNetwork.Start(solution.Folder, "build", "All.slnx", "--no-restore", "-m:2");
        Assert.Equal(["TinySnn"], offline.Finish().ShouldSucceed().Converted.Distinct());
    }

    private void Write(ConsumerProject solution)
    {
        solution.Write("All.slnx", """
            <Solution>
              <Project Path="App/App.csproj" />
              <Project Path="Library/Library.csproj" />
              <Project Path="Tests/Tests.csproj" />
            </Solution>
            """);
        solution.Write("Directory.Packages.props", $"""
            <Project>
              <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup>
              <ItemGroup><PackageVersion Include="SnnGen" Version="{package.Version}" /></ItemGroup>
            </Project>
            """);
        TinyModel.Write(solution.PathOf("Library/Models/tiny.onnx"));
        solution.Write("Library/Library.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFrameworks>net8.0;net10.0</TargetFrameworks>
                <GenerateDocumentationFile>true</GenerateDocumentationFile>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="SnnGen" PrivateAssets="all" />
                <SnnModel Include="Models/tiny.onnx" Calibration="../calibration.npy" />
              </ItemGroup>
            </Project>
            """);
        solution.Write("App/App.csproj", User("<OutputType>Exe</OutputType>"));
        solution.Write("App/Program.cs", App);
        solution.Write("Tests/Tests.csproj", User("<IsTestProject>true</IsTestProject>"));
        solution.Write("Tests/TinyTests.cs", "public class TinyTests { public int Steps => Library.TinySnn.TimeSteps; }");
    }

    private static string User(string property) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <UseAppHost>false</UseAppHost>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            {property}
          </PropertyGroup>
          <ItemGroup><ProjectReference Include="../Library/Library.csproj" /></ItemGroup>
        </Project>
        """;
}
