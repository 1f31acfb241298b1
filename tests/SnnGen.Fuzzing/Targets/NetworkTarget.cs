using SnnGen.Spiking;
using SnnGen.Spiking.NetworkFile;
using SnnGen.Spiking.Simulation;

namespace SnnGen.Fuzzing.Targets;

/// <summary>The file between converter and generator. What it accepts can be written, read again and, if small, simulated.</summary>
internal sealed class NetworkTarget : IFuzzTarget
{
    private const long MostSynapses = 1 << 16;
    private const int MostNeurons = 1 << 12, MostInputs = 1 << 12;

    public string Name => "network";

    public string FileName => "network.snn.json";

    public bool IsText => true;

    public bool Read(string path)
    {
        SpikingNetwork network;
        try
        {
            network = NetworkFileReader.Read(File.ReadAllText(path));
        }
        catch (NetworkFileException)
        {
            return false;
        }
        string written = NetworkFileWriter.Write(network);
        if (NetworkFileWriter.Write(NetworkFileReader.Read(written)) != written)
            throw new InvalidOperationException("the network is another when it is written and read again");
        if (IsSmall(network))
            new ReferenceSimulator(network with { TimeSteps = Math.Min(network.TimeSteps, 4) }).Run(new byte[network.InputSize]);
        return true;
    }

    private static bool IsSmall(SpikingNetwork network) => !network.IsShapeOnly
        && network.InputSize <= MostInputs
        && network.Layers.All(layer => layer.Neurons <= MostNeurons && layer.Currents <= MostNeurons
            && layer.Projections.All(projection => projection.Inputs <= MostInputs && projection.Connection.Synapses <= MostSynapses));
}
