using SnnGen.Conversion.Diagnostics;
using SnnGen.Conversion.Nir.Conventions;
using SnnGen.Conversion.Nir.Graph;
using SnnGen.Conversion.Nir.Import;
using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Conversion.Nir.Export;

/// <summary>
/// From a spiking network to a graph of NIR: a node of neurons a layer, and before it the nodes of its projections. Parameters
/// are such that the convention gives back each number of the network, to the bit. docs/nir.md says what NIR cannot say.
/// </summary>
public sealed class NirExporter
{
    private readonly SpikingNetwork _network;
    private readonly NirConvention _convention;
    private readonly double _dt;
    private readonly ExportFault _fault;
    private readonly NodeNames _names;
    private readonly List<NirNode> _nodes = [];
    private readonly List<NirEdge> _edges = [];
    private readonly Population _input;
    private readonly ReaderDelays _delays;

    // What comes out of a layer: its neurons, or, where it only relays sums, the nodes whose outputs are added; null of a relay that has no nodes yet.
    private readonly string[]?[] _outputs;
    private readonly HashSet<int> _added = [];

    private NirExporter(SpikingNetwork network, NirConvention convention, double dt, string modelFile)
    {
        (_network, _convention, _dt) = (network, convention, dt);
        _fault = new ExportFault(modelFile);
        _names = new NodeNames(network.Layers.Select(layer => layer.Name));
        _outputs = [.. network.Layers.Select((layer, index) => layer.Relays() ? null : new[] { _names.Of(index) })];
        _delays = new ReaderDelays(network, convention);
        _input = ExportedInput.Of(network, _names.Free("input"));
    }

    /// <summary>The graph of a network.</summary>
    /// <param name="network">The network.</param>
    /// <param name="convention">Whose steps of time the reader will take.</param>
    /// <param name="dt">dt of the reader in seconds; null for the convention's own.</param>
    /// <param name="modelFile">The model's file, for errors.</param>
    /// <exception cref="ConversionException">SNN1016: NIR cannot say what a layer does.</exception>
    public static NirGraph Export(SpikingNetwork network, NirConvention convention, double? dt, string modelFile) =>
        new NirExporter(network, convention, dt ?? convention.Dt, modelFile).Export();

    private NirGraph Export()
    {
        if (_network.Input.Encoding == InputEncoding.Latency)
            throw _fault.Of("the network", "its input spikes count at every later step, which no connection of NIR does; choose another Encoding");
        if (_network.Arithmetic is FixedPointArithmetic { Overflow: PotentialOverflow.Wrap })
            throw _fault.Of("the network", "its potentials wrap where they overflow, which those of NIR do not; export the network without the chip");
        _nodes.Add(new NirInput(_input.Name, _input.Shape));
        for (int index = 0; index < _network.Layers.Count; index++)
            AddLayer(index);
        Population readout = PopulationOf(_network.Layers.Count - 1);
        // A reader names the sum that reaches an output by it.
        string output = _network.Layers[^1].Relays() ? _names.Of(_outputs.Length - 1) : _names.Free("output");
        _nodes.Add(new NirOutput(output, readout.Shape));
        foreach (string source in _outputs[^1]!)
            _edges.Add(new NirEdge(source, output));
        return new NirGraph(_nodes.ToEquatableArray(), _edges.ToEquatableArray(), Version: "1.0") { Metadata = ExportedMetadata.Of(_network, _convention, _dt).ToEquatableArray() };
    }

    private void AddLayer(int index)
    {
        if (!_added.Add(index))
            return;
        SpikingLayer layer = _network.Layers[index];
        bool relays = layer.Relays();
        if (layer.Pooling is not null)
            throw _fault.Of($"layer '{layer.Name}'", "it pools by maximum, which NIR has no node for; train with average pooling");
        Population target = PopulationOf(index);
        var neurons = new NeuronExport(layer, target, _convention, _dt, _fault);
        if (!relays)
            _nodes.Add(neurons.Node(_names.Of(index)));
        double[]? bias = neurons.Bias;
        var ends = new List<string>();
        for (int p = 0; p < layer.Projections.Count; p++)
        {
            Projection projection = layer.Projections[p];
            Population source = projection.Source == Projection.NetworkInput ? _input : PopulationOf(projection.Source);
            var builder = new ProjectionExport(projection, source, target, neurons.WeightFactor, _fault, layer.Name);
            string[] chain = [.. Chain(builder, ref bias, relays && layer.Projections.Count == 1 && index < _outputs.Length - 1 ? _names.Of(index) : _names.Free($"{_names.Of(index)}.w{p}"), index)];
            ends.Add(chain[^1]);
        }
        if (bias is not null)
            throw _fault.Of($"layer '{layer.Name}'", "its biases differ from place to place, or no weights lead to it, so that no node of NIR can hold them");
        if (relays)
            _outputs[index] = [.. ends];
        else
            _edges.AddRange(ends.Select(end => new NirEdge(end, _names.Of(index))));
    }

    private IEnumerable<string> Chain(ProjectionExport projection, ref double[]? bias, string name, int index)
    {
        var chain = new List<string>();
        string[] from = [_input.Name];
        if (projection.Source != Projection.NetworkInput)
        {
            if (_outputs[projection.Source] is null)
                AddLayer(projection.Source);
            from = _outputs[projection.Source] ?? throw _fault.Of($"layer '{_network.Layers[index].Name}'", "it is in a circle of layers that only add; NIR has no such circle");
        }
        foreach (NirNode node in projection.Nodes(name, _names, _delays.Of(index, projection.Source).Least, _dt, ref bias))
        {
            _nodes.Add(node);
            _edges.AddRange(from.Select(source => new NirEdge(source, node.Name)));
            from = [node.Name];
            chain.Add(node.Name);
        }
        return chain;
    }

    private Population PopulationOf(int index)
    {
        SpikingLayer layer = _network.Layers[index];
        int[] shape = [.. layer.Shape.Dimensions];
        // What comes of an input of one dimension has one, too.
        int[] channelsFirst = shape.Length < 3 ? shape : _input.Shape.Count == 2 && shape[0] == 1 ? [shape[2], shape[1]] : [shape[2], shape[0], shape[1]];
        return shape.Length == 3
            ? new Population(layer.Name, new EquatableArray<int>(channelsFirst), new FeatureMap(shape[0], shape[1], shape[2]), IsInput: false)
            : new Population(layer.Name, new EquatableArray<int>(shape), null, IsInput: false);
    }
}
