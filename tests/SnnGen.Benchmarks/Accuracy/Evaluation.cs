using System.Diagnostics;
using System.Text.Json;

namespace SnnGen.Benchmarks.Accuracy;

/// <summary>What <c>snngen evaluate --json</c> printed, and the memory its process took.</summary>
internal sealed record Evaluation(
    double AnnAccuracy, double SnnAccuracy, double Agreement, double SpikesPerInference, double SynapticOperationsPerInference,
    double ConversionSeconds, Evaluation.Layer[] Layers)
{
    private static readonly JsonSerializerOptions s_format = new(JsonSerializerDefaults.Web);

    public double PeakMebibytes { get; private init; }

    /// <summary>Runs the command line of the tool on a model of the shared folder.</summary>
    public static Evaluation Run(string model, string settings)
    {
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "snngen.dll"), "evaluate", SharedData.Path("models", model + ".onnx"),
            "--images", Mnist("t10k-images-idx3-ubyte.gz"), "--labels", Mnist("t10k-labels-idx1-ubyte.gz"),
            "--calibration", Mnist("train-images-idx3-ubyte.gz"), "--calibration-count", "1000", "--json", .. settings.Split(' '),
        ];
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        var memory = new PeakMemory(process);
        string json = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"snngen evaluate {model} {settings} ended with exit code {process.ExitCode}");
        return JsonSerializer.Deserialize<Evaluation>(json, s_format)! with { PeakMebibytes = memory.Mebibytes };
    }

    private static string Mnist(string file) => SharedData.Path("data", "mnist", file);

    public sealed record Layer(double RelativeGap);
}
