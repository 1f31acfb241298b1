using SnnGen.Package.Tests.Support;

namespace SnnGen.Tool.Tests.Support;

/// <summary>The snngen of this build, on the .NET runtime and with the solver of ARM64 Linux, in an emulator.</summary>
internal sealed class Arm64Tool : IDisposable
{
    /// <summary>Runs the snngen that lies beside it: dotnet itself cannot be restored for another processor, an app with its runtime can.</summary>
    private const string Start = """
        string tool = System.IO.Path.Combine(System.AppContext.BaseDirectory, "tool", "snngen.dll");
        object result = System.Reflection.Assembly.LoadFrom(tool).EntryPoint.Invoke(null, [args]);
        return result is System.Threading.Tasks.Task<int> task ? await task : (int)result;
        """;

    private const string ProjectFile = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <RuntimeIdentifier>linux-arm64</RuntimeIdentifier>
            <SelfContained>true</SelfContained>
            <InvariantGlobalization>true</InvariantGlobalization>
          </PropertyGroup>
        </Project>
        """;

    private readonly TemporaryFolder _folder = new();

    public Arm64Tool()
    {
        _folder.Write("Start.csproj", ProjectFile);
        _folder.Write("Directory.Build.props", "<Project />");
        _folder.Write("Program.cs", Start);
        string output = _folder.PathOf("out");
        using DotnetCommand build = DotnetCommand.Start(_folder.Root, "build", "-o", output, "--nologo");
        build.Finish().ShouldSucceed();
        string source = Path.GetDirectoryName(typeof(Program).Assembly.Location)!, tool = Path.Combine(output, "tool");
        Directory.CreateDirectory(tool);
        foreach (string file in (string[])[.. Directory.GetFiles(source, "*.dll"), .. Directory.GetFiles(Path.Combine(source, "runtimes/linux-arm64/native"))])
            File.Copy(file, Path.Combine(tool, Path.GetFileName(file)));
    }

    /// <summary>Runs it in <paramref name="folder"/> and returns what it wrote to its streams.</summary>
    public CommandResult Run(string folder, params string[] arguments)
    {
        // The runtime maps its code twice, once to write and once to run it, which the emulator cannot follow.
        var environment = new Dictionary<string, string> { ["DOTNET_EnableWriteXorExecute"] = "0" };
        using DotnetCommand run = DotnetCommand.StartProgram(
            Arm64LibrariesFactAttribute.Emulator, folder, environment,
            ["-L", Arm64LibrariesFactAttribute.Root, "-E", "LD_LIBRARY_PATH=" + Arm64LibrariesFactAttribute.Libraries, _folder.PathOf("out/Start"), .. arguments]);
        return run.Finish();
    }

    public void Dispose() => _folder.Dispose();
}
