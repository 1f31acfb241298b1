using SnnGen.Spiking.Neurons;

namespace SnnGen.Spiking.NetworkFile;

/// <summary>Reads the neuron model of a layer.</summary>
internal static class NeuronReader
{
    public static NeuronModel Read(JsonNode node, bool shapeOnly)
    {
        string kind = node["kind"].Text();
        if (kind == NetworkFileFormat.Integrator)
            return new Integrator();
        if (kind == NetworkFileFormat.LeakyIntegrator)
            return new LeakyIntegrator(Membrane(node, shapeOnly));
        SpikingNeuron neuron = kind switch
        {
            NetworkFileFormat.IntegrateAndFire => new IntegrateAndFire(Reset(node)),
            NetworkFileFormat.LeakyIntegrateAndFire => new LeakyIntegrateAndFire(node["leak"].Double(), Reset(node)) { LeakForm = Form(node) },
            NetworkFileFormat.CurrentBasedLeakyIntegrateAndFire =>
                new CurrentBasedLeakyIntegrateAndFire(node["synapticLeak"].Double(), node["leak"].Double(), Reset(node)) { LeakForm = Form(node) },
            NetworkFileFormat.Loihi => Loihi(node),
            NetworkFileFormat.Heterogeneous => new HeterogeneousNeuron(
                Reset(node), node["fires"].Word<FiringRule>(NetworkFileFormat.Name), Membrane(node, shapeOnly), LayerReader.ReadParameter(node, "resetValue", shapeOnly)),
            _ => throw node["kind"].Error($"'{kind}' is unknown; known are if, lif, cuba-lif, loihi-lif, heterogeneous-lif, li, integrator"),
        };
        return neuron with { Refractory = node.Optional("refractory")?.Integer() ?? 0 };
    }

    private static Membrane Membrane(JsonNode node, bool shapeOnly) => new(
        node.Optional("synapticLeak") is null ? null : LayerReader.ReadParameter(node, "synapticLeak", shapeOnly),
        LayerReader.ReadParameter(node, "leak", shapeOnly),
        node.Optional("drive") is null ? null : LayerReader.ReadParameter(node, "drive", shapeOnly))
    {
        Floor = node.Optional("floor") is null ? null : LayerReader.ReadParameter(node, "floor", shapeOnly),
    };

    private static LoihiNeuron Loihi(JsonNode node) => new(node["du"].Integer(), node["dv"].Integer())
    {
        WeightExponent = node["weightExponent"].Integer(),
        BiasExponent = node["biasExponent"].Integer(),
        InputShift = node["inputShift"].Integer(),
    };

    private static ResetMode Reset(JsonNode node) => node["reset"].Word<ResetMode>(NetworkFileFormat.Name);

    private static LeakForm Form(JsonNode node) => node.Optional("leakForm")?.Word<LeakForm>(NetworkFileFormat.Name) ?? default;
}
