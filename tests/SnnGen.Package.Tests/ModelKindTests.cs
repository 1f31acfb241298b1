using System.Buffers.Binary;
using SnnGen.Package.Tests.Support;

namespace SnnGen.Package.Tests;

/// <summary>Models and settings beyond a plain classifier, in a project of a user.</summary>
[Collection(PackageCollection.Name)]
public sealed class ModelKindTests(PackageFixture package)
{
    private const string Program = """
        using System;
        using App;

        // Leaning to one side the pendulum must be pushed to the other.
        float left = PendulumSnn.Run([0.98f, 0.199f, 0]).Value(0), right = PendulumSnn.Run([0.98f, -0.199f, 0]).Value(0);
        Console.WriteLine($"{left is >= -1 and < -0.3f} {right is > 0.3f and <= 1}");

        float[][] inputs = [[1, 0.5f, 0, 0], [0, 0.1f, 0.9f, 0.2f], [0.1f, 0, 0.2f, 1]];
        foreach (float[] input in inputs)
            Console.WriteLine($"{OnLoihi.Run(input).Class} {FirstSpike.Run(input).Class} {FirstSpike.Run(input).Scores.Length}");
        """;

    [Fact]
    public void A_policy_a_chip_and_a_spiking_readout_build_and_run()
    {
        var project = new ConsumerProject(package, "kinds");
        File.Copy(Path.Combine(RepositoryFolder.Root, "tests", "SnnGen.Conversion.Tests", "Control", "pendulum.onnx"), project.PathOf("pendulum.onnx"));
        WriteStates(project.PathOf("states.npy"));
        TinyModel.Write(project.PathOf("tiny.onnx"));
        project.WriteProject(
            """<SnnModel Include="pendulum.onnx" Calibration="states.npy" TimeSteps="32" />""",
            """<SnnModel Include="tiny.onnx" Calibration="calibration.npy" TimeSteps="16" ClassName="OnLoihi" Chip="loihi" Neuron="CubaLIF" Reset="Zero" Encoding="Rate" />""",
            """<SnnModel Include="tiny.onnx" Calibration="calibration.npy" TimeSteps="16" ClassName="FirstSpike" Readout="FirstSpike" Encoding="Latency" />""");
        project.WriteProgram(Program);

        project.Dotnet("build").ShouldSucceed();
        Assert.Equal(
            "True True\n0 0 3\n1 1 3\n2 2 3",
            project.Dotnet("bin/Debug/net10.0/App.dll").ShouldSucceed().Output.ReplaceLineEndings("\n").TrimEnd());
    }

    [Fact]
    public void A_recurrent_network_of_NIR_builds_and_runs()
    {
        var project = new ConsumerProject(package, "nir");
        File.Copy(Path.Combine(RepositoryFolder.Root, "tests", "SnnGen.Package.Tests", "Support", "recurrent.nir"), project.PathOf("recurrent.nir"));
        project.WriteProject("""<SnnModel Include="recurrent.nir" TimeSteps="50" Simulator="SnnTorch" Labels="left;right" ExportNir="true" Report="true" />""");
        project.WriteProgram("""
            using System;
            using App;

            foreach (int input in new[] { 0, 1 })
            {
                RecurrentSnn.State state = default;
                RecurrentSnn.Result result = default;
                for (int step = 0; step < RecurrentSnn.TimeSteps; step++)
                    RecurrentSnn.Step(ref state, step % 2 == 0 ? [input] : ReadOnlySpan<int>.Empty, out result);
                Console.WriteLine($"{result.Label} {result.Scores[input] > result.Scores[1 - input]}");
            }
            """);

        string output = project.Dotnet("build").ShouldSucceed().Output;
        string report = Assert.Single(Directory.GetFiles(project.IntermediateFolder, "*.html"));
        Assert.Contains($"RecurrentSnn: report in {report}", output);
        Assert.Equal("Left True\nRight True", project.Dotnet("bin/Debug/net10.0/App.dll").ShouldSucceed().Output.ReplaceLineEndings("\n").TrimEnd());

        string export = Assert.Single(Directory.GetFiles(project.IntermediateFolder, "*.nir"));
        byte[] page = File.ReadAllBytes(report);
        File.Delete(export);
        File.Delete(report);
        project.Dotnet("build").ShouldSucceed();
        Assert.True(File.Exists(export));
        Assert.Equal(page, File.ReadAllBytes(report));
        Assert.Empty(Directory.GetFiles(project.PathOf("bin"), "*.nir", SearchOption.AllDirectories));

        // A network that cannot be: one error that names the node.
        project.WriteProject("""<SnnModel Include="recurrent.nir" Dt="0.01" />""");
        project.Dotnet("build").ShouldFailWith("SNN1003");
    }

    // The cosine and the sine of an angle, and a speed.
    private static void WriteStates(string path)
    {
        const int Samples = 500;
        var random = new Random(1);
        var bytes = new byte[Samples * 3 * sizeof(float)];
        for (int i = 0; i < Samples; i++)
        {
            double angle = 2 * Math.PI * random.NextDouble(), speed = (2 * random.NextDouble()) - 1;
            float[] state = [(float)Math.Cos(angle), (float)Math.Sin(angle), (float)speed];
            for (int k = 0; k < state.Length; k++)
                BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(((i * 3) + k) * sizeof(float)), state[k]);
        }
        NpyFile.Write(path, "<f4", $"{Samples}, 3", bytes);
    }
}
