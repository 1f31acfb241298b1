using System.Diagnostics;
using System.Runtime.InteropServices;
using SnnGen.Spiking;
using SnnGen.Spiking.NetworkFile;

namespace SnnGen.Benchmarks.Compiling;

/// <summary>The C# compiler of the SDK in a process of its own, cold, as a build without a compiler server starts it.</summary>
internal sealed class Compiler : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("snngen-compile-").FullName;
    private readonly string _compiler;
    private readonly string[] _references;

    public Compiler()
    {
        string root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../.."));
        _compiler = Latest(Path.Combine(root, "sdk"), "Roslyn/bincore/csc.dll");
        _references = Directory.GetFiles(Latest(Path.Combine(root, "packs/Microsoft.NETCore.App.Ref"), "ref/net10.0"), "*.dll");
    }

    /// <summary>Compiles a program.</summary>
    public CompilerCost CompileSource(string text)
    {
        File.WriteAllText(PathOf("Program.cs"), text);
        return Run(new FileInfo(PathOf("Program.cs")).Length);
    }

    /// <summary>Compiles a program and the class that the generator makes of a network.</summary>
    public CompilerCost CompileNetwork(SpikingNetwork network) => CompileNetwork(NetworkFileWriter.Write(network));

    /// <summary>The same with the text of a .snn.json.</summary>
    public CompilerCost CompileNetwork(string network)
    {
        File.WriteAllText(PathOf("Program.cs"), "System.Console.WriteLine(SnnModels.LargeSnn.Run(new byte[SnnModels.LargeSnn.InputSize]).Class);");
        File.WriteAllText(PathOf("large.snn.json"), network);
        return Run(
            new FileInfo(PathOf("large.snn.json")).Length, "/additionalfile:" + PathOf("large.snn.json"),
            "/analyzer:" + Path.Combine(AppContext.BaseDirectory, "SnnGen.Generators.dll"), "/analyzer:" + Path.Combine(AppContext.BaseDirectory, "SnnGen.Spiking.dll"));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private CompilerCost Run(long sourceBytes, params string[] arguments)
    {
        string assembly = PathOf("program.dll");
        File.WriteAllLines(PathOf("program.rsp"), [
            "/nostdlib", "/target:exe", "/optimize+", "/debug:portable", "/deterministic", "/nologo", "/langversion:latest",
            $"/out:\"{assembly}\"", .. _references.Select(reference => $"/reference:\"{reference}\""),
            .. arguments.Select(argument => $"\"{argument}\""), $"\"{PathOf("Program.cs")}\""]);
        using Process process = Process.Start(new ProcessStartInfo("dotnet", [_compiler, "/noconfig", "@" + PathOf("program.rsp")]))!;
        (double seconds, double mebibytes) = CompilerCost.Of(process);
        if (process.ExitCode != 0)
            throw new InvalidOperationException("the compiler failed");
        return new CompilerCost(seconds, mebibytes, sourceBytes, new FileInfo(assembly).Length);
    }

    private string PathOf(string name) => Path.Combine(_folder, name);

    private static string Latest(string folder, string relative) => Directory.GetDirectories(folder)
        .Select(version => Path.Combine(version, relative))
        .Where(Path.Exists).Order(StringComparer.Ordinal).LastOrDefault() ?? throw new FileNotFoundException($"{relative} is missing in {folder}");
}
