using SnnGen.Spiking.NetworkFile;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Simulation;
using SnnGen.Spiking.Tests.Networks;

namespace SnnGen.Spiking.Tests.Loihi;

/// <summary>Replays what Lava's own bit-accurate model of the neuron recorded.</summary>
public class LavaReferenceTests
{
    private const int Inputs = 16, Neurons = 32, Steps = 100;

    [SharedTheory("loihi", "lif_reference.npz")]
    [InlineData("a")]
    [InlineData("b")]
    [InlineData("c")]
    [InlineData("d")]
    public void Currents_potentials_and_spikes_are_those_of_Lava(string name)
    {
        var archive = new NumpyArchive(SharedData.Path("loihi", "lif_reference.npz"));
        int[] u = archive.Read($"{name}_u"), v = archive.Read($"{name}_v"), spikes = archive.Read($"{name}_spikes_out");
        SpikingNetwork network = Network(archive, name);
        SpikeRaster input = Input(archive.Read($"{name}_spikes_in"));

        LayerSimulator layer = LayerSimulator.Create(network.Layers[0], network.Arithmetic);
        var output = new SpikeRaster(Steps, Neurons);
        for (int step = 0; step < Steps; step++)
        {
            layer.Step(_ => input, output, step);
            Assert.Equal(Frame(u, step), layer.SynapticCurrents());
            Assert.Equal(Frame(v, step), layer.Potentials());
            Assert.Equal(Frame(spikes, step), Enumerable.Range(0, Neurons).Select(j => output[step, j] ? 1.0 : 0));
        }

        // The whole network, through its file, is the same.
        SimulationResult result = new ReferenceSimulator(NetworkFileReader.Read(NetworkFileWriter.Write(network))).Run(input);
        Assert.Equal(Frame(v, Steps - 1), result.Potentials);
        Assert.Equal(spikes.Sum(), result.Spikes);
        Assert.InRange(result.Spikes, 1, Steps * Neurons - 1);
    }

    private static SpikingNetwork Network(NumpyArchive archive, string name)
    {
        int bits = Parameter("nwb");
        int[] held = archive.Read($"{name}_W"); // neurons × inputs
        LoihiSignMode mode = LoihiWeights.ModeOf(held);
        var weights = new int[Inputs * Neurons];
        for (int i = 0; i < Inputs; i++)
            for (int j = 0; j < Neurons; j++)
                weights[i * Neurons + j] = LoihiWeights.Truncate(held[j * Inputs + i], bits, mode);
        var neuron = new LoihiNeuron(Parameter("du"), Parameter("dv")) { WeightExponent = Parameter("we"), BiasExponent = Parameter("be") };
        return LoihiNetwork.Create(neuron, weights, archive.Read($"{name}_bias_mant"), Parameter("vth"), Steps, bits);

        int Parameter(string parameter) => archive.Read($"{name}_p_{parameter}")[0];
    }

    private static SpikeRaster Input(int[] spikes)
    {
        var raster = new SpikeRaster(Steps, Inputs);
        for (int i = 0; i < Inputs; i++)
            for (int step = 0; step < Steps; step++)
                raster[step, i] = spikes[i * Steps + step] != 0;
        return raster;
    }

    private static double[] Frame(int[] values, int step) => [.. values.Skip(step * Neurons).Take(Neurons).Select(value => (double)value)];
}
