using System.Reflection;
using SnnGen.Generators.Tests.Networks;
using SnnGen.Package.Tests.Support;
using SnnGen.Spiking;
using SnnGen.Spiking.NetworkFile;

namespace SnnGen.NativeAot.Tests.Support;

/// <summary>A project with many networks, the program of which prints all that they compute; and what it must print.</summary>
public sealed class NetworkProgram : IDisposable
{
    private const int RandomNetworks = 30, HeterogeneousNetworks = 16, LoihiNetworks = 14, Samples = 3;

    private readonly TemporaryFolder _folder = new();

    public NetworkProgram()
    {
        SpikingNetwork[] networks =
        [
            .. Enumerable.Range(0, RandomNetworks).Select(RandomNetwork.Create),
            .. Enumerable.Range(0, HeterogeneousNetworks).Select(RandomHeterogeneousNetwork.Create),
            .. Enumerable.Range(0, LoihiNetworks).Select(RandomLoihiNetwork.Create),
            LargeNetwork.Create(isFixedPoint: true, 784, 128, 96, 10),
            LargeNetwork.Create(isFixedPoint: false, 784, 128, 96, 10),
        ];
        var expected = new StringWriter();
        for (int i = 0; i < networks.Length; i++)
        {
            _folder.Write($"net{i}.snn.json", NetworkFileWriter.Write(networks[i]));
            _folder.Write($"Runs{i}.cs", ProgramSource.Runs(networks[i], i, Samples));
            ReferenceTranscript.Write(networks[i], i, Samples, expected);
        }
        Expected = expected.ToString();
        _folder.Write("Main.cs", ProgramSource.Entry(networks.Length));
        foreach (string name in (string[])["SampleInput.cs", "Transcript.cs"])
            _folder.Write(name, Resource(name));
        _folder.Write("App.csproj", ProjectFile);
        _folder.Write("Directory.Build.props", "<Project />");
    }

    /// <summary>The transcript of the reference simulator.</summary>
    public string Expected { get; }

    /// <summary>Builds for the runtime's own compiler and returns the assembly.</summary>
    public string Build() => Dotnet("build", "jit", "-p:PublishAot=false", "App.dll");

    /// <summary>Publishes a native program for a system and returns it; a warning of the trimmer or the compiler fails.</summary>
    public string Publish(string system) => Dotnet("publish", system, "-p:RuntimeIdentifier=" + system, "App");

    public void Dispose() => _folder.Dispose();

    // A folder for all that is built for a system: the runs must not share intermediate files.
    private string Dotnet(string command, string name, string property, string result)
    {
        string output = _folder.PathOf(Path.Combine(name, "out"));
        using DotnetCommand dotnet = DotnetCommand.Start(
            _folder.Root, command, "-c", "Release", "-o", output, "-p:IntermediateOutputPath=" + name + "/obj/", property, "--nologo");
        dotnet.Finish().ShouldSucceed();
        return Path.Combine(output, result);
    }

    private static string ProjectFile => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <PublishAot>true</PublishAot>
            <InvariantGlobalization>true</InvariantGlobalization>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <StripSymbols>false</StripSymbols>
            <EnableDefaultCompileItems>false</EnableDefaultCompileItems>
          </PropertyGroup>
          <PropertyGroup Condition="'$(RuntimeIdentifier)' == 'linux-arm64'">
            <LinkerFlavor>lld</LinkerFlavor>
          </PropertyGroup>
          <ItemGroup>
            <Compile Include="*.cs" />
            <AdditionalFiles Include="*.snn.json" />
            <Analyzer Include="{AppContext.BaseDirectory}SnnGen.Generators.dll;{AppContext.BaseDirectory}SnnGen.Spiking.dll" />
          </ItemGroup>
        </Project>
        """;

    private static byte[] Resource(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
