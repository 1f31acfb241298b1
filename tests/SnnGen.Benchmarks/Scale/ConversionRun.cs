using System.Diagnostics;
using SnnGen.Benchmarks.Compiling;

namespace SnnGen.Benchmarks.Scale;

/// <summary>Runs of <c>snngen convert</c> in a process of its own, as a build starts it, on synthetic inputs.</summary>
internal sealed class ConversionRun : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("snngen-scale-").FullName;

    /// <summary>Where the models go.</summary>
    public string Model => Path.Combine(_folder, "network.onnx");

    /// <summary>Where the networks go.</summary>
    public string Network => Path.Combine(_folder, "network.snn.json");

    /// <summary>Converts <see cref="Model"/>.</summary>
    public CompilerCost Run(params string[] options)
    {
        string[] arguments = [Path.Combine(AppContext.BaseDirectory, "snngen.dll"), "convert", Model, "--output", Network, .. options];
        using Process process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardError = true })!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        (double seconds, double mebibytes) = CompilerCost.Of(process);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"snngen convert {string.Join(' ', options)} ended with exit code {process.ExitCode}");
        return new CompilerCost(seconds, mebibytes, new FileInfo(Model).Length, new FileInfo(Network).Length);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
