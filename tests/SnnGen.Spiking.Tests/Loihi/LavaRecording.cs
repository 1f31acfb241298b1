using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Simulation;
using SnnGen.Spiking.Tests.Networks;

namespace SnnGen.Spiking.Tests.Loihi;

/// <summary>One case that Lava's own bit-accurate model of the neuron recorded.</summary>
internal sealed class LavaRecording
{
    /// <summary>Sizes of every case.</summary>
    public const int Inputs = 16, Neurons = 32, Steps = 100;

    private readonly int[] _synaptic, _potentials, _spikes;

    /// <param name="file">The archive.</param>
    /// <param name="name">Name of the case.</param>
    public LavaRecording(string file, string name)
    {
        var archive = new NumpyArchive(file);
        (_synaptic, _potentials, _spikes) = (archive.Read($"{name}_u"), archive.Read($"{name}_v"), archive.Read($"{name}_spikes_out"));
        Network = ReadNetwork(archive, name);
        Input = ReadInput(archive.Read($"{name}_spikes_in"));
    }

    public SpikingNetwork Network { get; }

    public SpikeRaster Input { get; }

    /// <summary>u of all neurons after a step.</summary>
    public double[] Synaptic(int step) => Frame(_synaptic, step);

    /// <summary>v, likewise.</summary>
    public double[] Potentials(int step) => Frame(_potentials, step);

    /// <summary>1 where a neuron spikes in a step, else 0.</summary>
    public double[] Spikes(int step) => Frame(_spikes, step);

    private static SpikingNetwork ReadNetwork(NumpyArchive archive, string name)
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

    private static SpikeRaster ReadInput(int[] spikes)
    {
        var raster = new SpikeRaster(Steps, Inputs);
        for (int i = 0; i < Inputs; i++)
            for (int step = 0; step < Steps; step++)
                raster[step, i] = spikes[i * Steps + step] != 0;
        return raster;
    }

    private static double[] Frame(int[] values, int step) => [.. values.Skip(step * Neurons).Take(Neurons).Select(value => (double)value)];
}
