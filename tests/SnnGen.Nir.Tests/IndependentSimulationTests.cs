using SnnGen.Conversion.Nir.Files;
using SnnGen.Conversion.Nir.Graph;
using SnnGen.Conversion.Nir.Import;
using SnnGen.Conversion.Tests.Support;
using SnnGen.Generators.Tests.Agreement;
using SnnGen.Nir.Tests.Support;
using SnnGen.Spiking;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Simulation;

namespace SnnGen.Nir.Tests;

/// <summary>Generated code against simulate.py, which is written from NIR's equations with NumPy and h5py: the same bits, over 1,000 random inputs.</summary>
public sealed class IndependentSimulationTests : IDisposable
{
    private const int Inputs = 1000;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SharedH5pyTheory]
    [InlineData("03_rnn/braille_noDelay_bias_zero.nir", "snntorch", "12", 256, 0.03, "")]
    [InlineData("03_rnn/braille_noDelay_noBias_subtract.nir", "snntorch", "12", 256, 0.03, "subtract")]
    [InlineData("02_cnn/cnn_sinabs.nir", "sinabs", "2,34,34", 12, 0.02, "")]
    public void Computes_the_same_spikes_and_potentials(string file, string simulator, string shape, int steps, double density, string reset)
    {
        SpikingNetwork network = NirNetworks.Paper(file, new NirImportOptions
        {
            Convention = NirNetworks.Convention(simulator), TimeSteps = steps, Reset = reset == "subtract" ? ResetMode.Subtract : null,
        });
        string inputs = _folder.PathOf("inputs.npy"), outputs = _folder.PathOf("outputs.npz");
        int units = shape.Split(',').Aggregate(1, (product, extent) => product * int.Parse(extent));
        H5py.Run("simulate.py", "inputs", inputs, "--shape", $"{Inputs},{steps},{units}", "--density", FormattableString.Invariant($"{density}"));
        H5py.Run("simulate.py", ["run", SharedData.Path(["nir", "paper", .. file.Split('/')]), inputs, outputs, .. Rules(simulator, reset)]);

        byte[] spikes = NumpyFile.Bytes(inputs).Values, expectedSpikes = NumpyFile.Bytes(outputs, "output.spikes").Values;
        float[] expectedPotentials = NumpyFile.Floats(outputs, "output.potentials").Values;
        using var assembly = GeneratedNetworks.Load(network);
        INetworkRunner runner = GeneratedNetworks.Runner(assembly, 0);
        int classes = network.OutputSize, fired = 0;
        for (int input = 0; input < Inputs; input++)
        {
            Outcome[] outcomes = runner.StepFrames([.. Enumerable.Range(0, steps).Select(t => Frame(spikes.AsSpan((input * steps + t) * units, units)))]);
            for (int t = 0; t < steps; t++)
            {
                int first = (input * steps + t) * classes;
                fired += expectedSpikes.AsSpan(first, classes).Count((byte)1);
                Assert.Equal(expectedSpikes[first..(first + classes)], Enumerable.Range(0, classes).Select(j => (byte)(outcomes[t].HiddenSpikes[^1][0] >> j & 1)));
                Assert.Equal(expectedPotentials[first..(first + classes)], outcomes[t].Potentials.Select(v => (float)v));
            }
        }
        Assert.True(fired > Inputs, $"{fired} spikes of the outputs are too few to tell anything");
    }

    // simulate.py has no scales, no convolutions in one dimension and no sums that no neuron takes: graphs with them are left out.
    [H5pyFact]
    public void Computes_the_same_on_random_graphs()
    {
        int compared = 0;
        for (int seed = 0; seed < 60; seed++)
        {
            NirGraph graph = RandomNirGraph.Create(seed);
            string file = _folder.PathOf($"random{seed}.nir");
            using (FileStream stream = File.Create(file))
                NirFileWriter.Write(graph, stream);
            SpikingNetwork network = NirNetworks.Import(file, new NirImportOptions { TimeSteps = 30, Reset = seed % 2 == 0 ? ResetMode.Zero : ResetMode.Subtract });
            if (graph.Nodes.Any(node => node is NirScale or NirConv1d) || network.Layers.Count != graph.Nodes.Count(node => node is NirIF or NirLIF or NirCubaLIF or NirLI or NirCubaLI or NirI or NirThreshold))
                continue;
            compared++;
            // A comparison has no potential of its own that a spike could reset.
            AssertSame(network, file, seed, hasPotential: graph.Nodes.Single(node => node.Name == network.Layers[^1].Name) is not NirThreshold);
        }
        Assert.InRange(compared, 12, 60);
    }

    private void AssertSame(SpikingNetwork network, string file, int seed, bool hasPotential)
    {
        const int Samples = 8;
        string inputs = _folder.PathOf("random.npy"), outputs = _folder.PathOf("random.npz");
        int units = network.InputSize, steps = network.TimeSteps, classes = network.OutputSize;
        H5py.Run("simulate.py", "inputs", inputs, "--shape", $"{Samples},{steps},{units}", "--density", "0.3", "--seed", $"{seed}");
        H5py.Run("simulate.py", "run", file, inputs, outputs, "--dt", "1e-4", "--reset", seed % 2 == 0 ? "zero" : "subtract");
        byte[] spikes = NumpyFile.Bytes(inputs).Values, expectedSpikes = NumpyFile.Bytes(outputs, "output.spikes").Values;
        float[] expected = NumpyFile.Floats(outputs, "output.potentials").Values;
        // NIR's order of the outputs.
        int[] order = network.Layers[^1].Shape.Dimensions is { Count: 3 } shape
            ? [.. Enumerable.Range(0, classes).Select(k => (k % (shape[0] * shape[1]) * shape[2]) + (k / (shape[0] * shape[1])))]
            : [.. Enumerable.Range(0, classes)];
        for (int sample = 0; sample < Samples; sample++)
        {
            var raster = new SpikeRaster(steps, units);
            for (int i = 0; i < steps * units; i++)
                raster[i / units, i % units] = spikes[sample * steps * units + i] != 0;
            SimulationResult result = new ReferenceSimulator(network).Run(raster);
            for (int t = 0; t < steps; t++)
                for (int k = 0; k < classes; k++)
                {
                    int at = ((sample * steps) + t) * classes + k;
                    Assert.True((!hasPotential || expected[at] == (float)result.Trace[t].Potentials[order[k]]) && expectedSpikes[at] != 0 == result.Rasters[^1][t, order[k]],
                        $"seed {seed}, step {t}, output {k}: {expected[at]}, not {result.Trace[t].Potentials[order[k]]}");
                }
        }
    }

    private static string[] Rules(string simulator, string reset) => simulator == "sinabs"
        ? ["--dt", "1", "--decay", "exp", "--gain", "unit", "--reset", "subtract", "--fire", "reached", "--floor", "-1"]
        : ["--dt", "1e-4", "--decay", "euler", "--gain", "equation", "--reset", reset.Length > 0 ? reset : "zero", "--fire", "above"];

    private static ulong[] Frame(ReadOnlySpan<byte> spikes)
    {
        var frame = new ulong[(spikes.Length + 63) / 64];
        for (int i = 0; i < spikes.Length; i++)
            frame[i >> 6] |= (ulong)spikes[i] << (i & 63);
        return frame;
    }
}
