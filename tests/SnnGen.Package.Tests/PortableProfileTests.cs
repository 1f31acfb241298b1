using SnnGen.Package.Tests.Support;

namespace SnnGen.Package.Tests;

/// <summary>A library for .NET Standard 2.0 in C# 7.3, and an app that uses it beside the modern profile of the same model.</summary>
[Collection(PackageCollection.Name)]
public sealed class PortableProfileTests(PackageFixture package)
{
    private const string Program = """
        using System;

        float[][] inputs = [[1, 0.5f, 0, 0], [0, 0.1f, 0.9f, 0.2f], [0.1f, 0, 0.2f, 1]];
        foreach (float[] input in inputs)
            Console.WriteLine($"{App.TinySnn.Run(input).Class} {Lib.Reader.Read(Array.ConvertAll(input, x => (byte)(x * 255)))} {new App.Small().Run(Array.ConvertAll(input, x => (byte)(x * 255)))}");
        """;

    private const string Reader = """
        namespace Lib
        {
            public static class Reader
            {
                private static readonly TinySnn s_network = new TinySnn();

                public static int Read(byte[] input)
                {
                    return s_network.Run(input);
                }
            }
        }
        """;

    [Fact]
    public void A_library_of_CSharp_7_builds_and_an_app_runs_both_profiles()
    {
        var library = new ConsumerProject(package, "portable library");
        TinyModel.Write(library.PathOf("tiny.onnx"));
        File.WriteAllText(library.PathOf("Lib.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>netstandard2.0</TargetFramework>
                <LangVersion>7.3</LangVersion>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="SnnGen" Version="{package.Version}" PrivateAssets="all" />
                <SnnModel Include="tiny.onnx" Calibration="calibration.npy" TimeSteps="16" Profile="Portable" />
              </ItemGroup>
            </Project>
            """);
        File.WriteAllText(library.PathOf("Reader.cs"), Reader);
        var app = new ConsumerProject(package, "app of both profiles");
        TinyModel.Write(app.PathOf("tiny.onnx"));
        app.WriteProject(
            """<ProjectReference Include="../portable library/Lib.csproj" />""",
            """<SnnModel Include="tiny.onnx" Calibration="calibration.npy" TimeSteps="16" />""",
            """<SnnModel Include="tiny.onnx" Calibration="calibration.npy" TimeSteps="16" Profile="Portable" ClassName="Small" />""");
        app.WriteProgram(Program);

        app.Dotnet("build").ShouldSucceed();
        Assert.Equal(
            "0 0 0\n1 1 1\n2 2 2",
            app.Dotnet("bin/Debug/net10.0/App.dll").ShouldSucceed().Output.ReplaceLineEndings("\n").TrimEnd());
    }
}
