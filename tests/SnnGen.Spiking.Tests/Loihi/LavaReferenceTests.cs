using SnnGen.Spiking.NetworkFile;
using SnnGen.Spiking.Simulation;

namespace SnnGen.Spiking.Tests.Loihi;

/// <summary>Replays what Lava's own bit-accurate model of the neuron recorded.</summary>
public class LavaReferenceTests
{
    private const int Neurons = LavaRecording.Neurons, Steps = LavaRecording.Steps;

    [SharedTheory("loihi", "lif_reference.npz")]
    [InlineData("a")]
    [InlineData("b")]
    [InlineData("c")]
    [InlineData("d")]
    public void Currents_potentials_and_spikes_are_those_of_Lava(string name)
    {
        var recording = new LavaRecording(SharedData.Path("loihi", "lif_reference.npz"), name);
        SpikingNetwork network = recording.Network;
        LayerSimulator layer = LayerSimulator.Create(network.Layers[0], network.Arithmetic);
        var output = new SpikeRaster(Steps, Neurons);
        for (int step = 0; step < Steps; step++)
        {
            layer.Step(_ => recording.Input, output, step);
            Assert.Equal(recording.Synaptic(step), layer.SynapticCurrents());
            Assert.Equal(recording.Potentials(step), layer.Potentials());
            Assert.Equal(recording.Spikes(step), Enumerable.Range(0, Neurons).Select(j => output[step, j] ? 1.0 : 0));
        }

        // The whole network, through its file, is the same.
        SimulationResult result = new ReferenceSimulator(NetworkFileReader.Read(NetworkFileWriter.Write(network))).Run(recording.Input);
        Assert.Equal(recording.Potentials(Steps - 1), result.Potentials);
        Assert.Equal(Enumerable.Range(0, Steps).Sum(step => recording.Spikes(step).Sum()), result.Spikes);
        Assert.InRange(result.Spikes, 1, Steps * Neurons - 1);
    }
}
