using SnnGen.Conversion.Assembly;
using SnnGen.Conversion.Diagnostics;
using SnnGen.Conversion.Nir.Graph;
using SnnGen.Spiking;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Conversion.Nir.Import;

/// <summary>From a graph of NIR, in continuous time, to a spiking network in steps, single precision. docs/nir.md has the rules.</summary>
public static class NirImporter
{
    /// <summary>The network of a graph.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="name">Name of the network, for people.</param>
    /// <param name="options">Whose steps, how many, and how the outputs decide.</param>
    /// <param name="modelFile">The model's file, for errors.</param>
    /// <exception cref="ConversionException">Shapes do not fit, or the graph has no equivalent in steps; the message names the node.</exception>
    public static SpikingNetwork Import(NirGraph graph, string name, NirImportOptions options, string modelFile)
    {
        var fault = new ImportFault(modelFile);
        double dt = options.Dt ?? options.Convention.Dt;
        NirGraph flat = GraphFlattening.Flatten(graph, fault);
        TracedGraph traced = GraphTracer.Trace(flat, graph.Nodes.Select(node => node.Name).ToHashSet(), fault);
        TimeConstants.Require(traced, options.Convention, dt, fault);
        (IReadOnlyDictionary<string, DraftLayer> layers, string readout) = LayerDrafter.Draft(traced, options, dt, fault);
        if (Shapes.Size(traced.Output.Shape) != layers[readout].Population.Size)
            throw fault.Shape(traced.Output.Name, $"it has the shape {Shapes.Text(traced.Output.Shape)}, but what comes before has {Shapes.Text(layers[readout].Population.Shape)}");
        IReadOnlyList<DraftLayer> order = LayerOrder.Of(layers, readout);
        var assembly = new LayerAssembly(order, traced.Input, options, fault);
        var network = new SpikingNetwork(
            name, new Float32Arithmetic(), options.TimeSteps,
            new InputEncoder(new TensorShape(traced.Input.Shape.Count == 0 ? new EquatableArray<int>([1]) : traced.Input.Shape), options.Encoding, 1, 0),
            order.Select(assembly.Assemble).ToEquatableArray(), default, default)
        {
            Output = new OutputDecoder(1, OutputFunction.Identity) { Averages = false, Readout = ReadoutOf(layers[readout], options, fault) },
        };
        return ValidNetwork.Require(network, modelFile);
    }

    private static Readout ReadoutOf(DraftLayer readout, NirImportOptions options, ImportFault fault)
    {
        bool spikes = readout.Rules.Threshold is not null;
        Readout chosen = options.Readout ?? (spikes ? Readout.Count : Readout.Potential);
        return spikes == (chosen != Readout.Potential) ? chosen : throw fault.Setting(spikes
            ? $"the output '{readout.Name}' spikes, so its potentials cannot decide; choose Readout SpikeCount or FirstSpike"
            : $"the output '{readout.Name}' never spikes; choose Readout Potential");
    }
}
