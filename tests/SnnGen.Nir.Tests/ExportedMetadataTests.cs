using SnnGen.Conversion.Nir.Export;
using SnnGen.Conversion.Nir.Graph;
using SnnGen.Conversion.Nir.Import;
using SnnGen.Nir.Tests.Support;
using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Nir.Tests;

/// <summary>What NIR has no words for is in the metadata of an export, and changes nothing for who reads it.</summary>
public sealed class ExportedMetadataTests
{
    [Fact]
    public void Of_the_graph()
    {
        NirGraph graph = NirExporter.Export(Network(), NirNetworks.Convention("rockpool"), 1e-3, "net");

        Assert.Equal(
            ["snngen_dt=0.001", "snngen_encoding=poisson", "snngen_input_offset=-1", "snngen_input_scale=0.5", "snngen_labels=left\nright", "snngen_readout=potential", "snngen_seed=7", "snngen_simulator=rockpool", "snngen_time_steps=12"],
            graph.Metadata.Select(Text));
    }

    [Fact]
    public void Of_neurons_in_NIRs_order()
    {
        NirGraph graph = NirExporter.Export(Network(), NirNetworks.Convention("nir"), null, "net");

        NirNode hidden = graph.Nodes.Single(node => node.Name == "hidden"), readout = graph.Nodes.Single(node => node.Name == "readout");
        Assert.Equal(
            ["snngen_firing_rule=reached", "snngen_initial_potential=0 2 1 3", "snngen_lowest_potential=-1 -1 -1 -1", "snngen_reset=subtract"], hidden.Metadata.Select(Text));
        Assert.Equal([2, 1, 2], hidden.Metadata.Single(entry => entry.Name == NirMetadataNames.InitialPotential).Numbers!.Shape);
        Assert.Empty(readout.Metadata);
    }

    [Fact]
    public void A_reader_may_ignore()
    {
        NirGraph graph = NirExporter.Export(Network(), NirNetworks.Convention("nir"), null, "net");
        var without = new NirGraph(graph.Nodes.Select(node => node with { Metadata = default }).ToEquatableArray(), graph.Edges, graph.Version);

        Assert.Equal(NirImporter.Import(without, "net", new NirImportOptions(), "net"), NirImporter.Import(graph, "net", new NirImportOptions(), "net"));
    }

    private static string Text(NirMetadata entry) => $"{entry.Name}={entry.Text ?? string.Join(' ', entry.Numbers!.Values.Select(value => value.ToString(System.Globalization.CultureInfo.InvariantCulture)))}";

    // One row of two places with two channels each.
    private static SpikingNetwork Network()
    {
        var neuron = new HeterogeneousNeuron(ResetMode.Subtract, FiringRule.Reached, new Membrane(null, Floats(0.5f), null) { Floor = Floats(-1) }, Floats(1));
        SpikingLayer Layer(string name, int source, TensorShape shape, int inputs, Tensor initial, NeuronModel model) => new(
            name, shape, new EquatableArray<Projection>([new Projection(source, ChannelOrder.Last, null, new DenseConnection(inputs, shape.Size, Floats([.. Enumerable.Repeat(0.5f, inputs * shape.Size)])))]),
            null, Floats(0), Floats(1), initial, model);
        return new SpikingNetwork(
            "net", new Float32Arithmetic(), 12, new InputEncoder(TensorShape.Of(3), InputEncoding.Poisson, 0.5f, -1) { Seed = 7 },
            new EquatableArray<SpikingLayer>([Layer("hidden", -1, TensorShape.Of(1, 2, 2), 3, Floats(0, 1, 2, 3), neuron), Layer("readout", 0, TensorShape.Of(2), 4, Floats(0), new Integrator())]),
            new EquatableArray<string>(["left", "right"]), default);
    }

    private static Float32Tensor Floats(params float[] values) => new(TensorShape.Of(values.Length), new EquatableArray<float>(values));
}
