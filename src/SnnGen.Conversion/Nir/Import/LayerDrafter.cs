using SnnGen.Conversion.Nir.Graph;
using SnnGen.Spiking;
using SnnGen.Spiking.Neurons;

namespace SnnGen.Conversion.Nir.Import;

/// <summary>Layers and projections of a graph, with populations that relay values where one projection cannot hold what lies between two others.</summary>
internal sealed class LayerDrafter
{
    private readonly TracedGraph _graph;
    private readonly NirImportOptions _options;
    private readonly double _dt;
    private readonly ChainBuilder _chains;
    private readonly ProjectionBuilder _projections;
    private readonly Populations _populations;
    private readonly BackEdges _back;
    private readonly Dictionary<string, DraftLayer> _layers = new(StringComparer.Ordinal);

    // Names of relays by the ways that lead to them.
    private readonly Dictionary<string, string> _relays = new(StringComparer.Ordinal);

    private LayerDrafter(TracedGraph graph, NirImportOptions options, double dt, ImportFault fault)
    {
        (_graph, _options, _dt) = (graph, options, dt);
        _chains = new ChainBuilder(dt, fault);
        _projections = new ProjectionBuilder(fault);
        _populations = new Populations(graph, _chains);
        _back = new BackEdges(graph);
    }

    /// <summary>The layers, in no order, and the name of the one that is read out.</summary>
    public static (IReadOnlyDictionary<string, DraftLayer> Layers, string Readout) Draft(TracedGraph graph, NirImportOptions options, double dt, ImportFault fault) =>
        new LayerDrafter(graph, options, dt, fault).Draft();

    private (IReadOnlyDictionary<string, DraftLayer> Layers, string Readout) Draft()
    {
        ResetMode reset = _options.Reset ?? _options.Convention.Reset;
        foreach ((string name, NirNode node) in _graph.Neurons)
        {
            Population population = _populations.Of(name);
            _layers[name] = new DraftLayer(population, NeuronRules.Of(node, population.Size, _options.Convention, _dt, reset), node is NirThreshold);
        }
        foreach ((string name, IReadOnlyList<TracedPath> paths) in _graph.Incoming)
            foreach (TracedPath path in paths)
                Connect(path, _layers[name], Math.Max(_options.Convention.ConnectionDelay, _back.LeadsBack(path.Source, name) ? 1 : 0));
        return (_layers, Readout());
    }

    // The last layer is what leads to the output unchanged; else a relay of what does.
    private string Readout()
    {
        IReadOnlyList<TracedPath> paths = _graph.ToOutput;
        if (paths is [{ } only] && only.Source != _graph.Input.Name && only.Nodes.All(node => node is NirFlatten or NirInput or NirOutput)
            && !_layers.Values.Any(layer => layer.Projections.Any(projection => projection.Source == only.Source && layer.Name != only.Source && projection.IsImmediate)))
        {
            return only.Source;
        }
        LinearChain[] chains = [.. paths.Select(path => Follow(path).Chain)];
        bool spikes = paths is [{ } single] && chains[0].IsUnchanged && IsSpiking(single.Source);
        EquatableArray<int> shape = chains[0].Shape;
        var population = new Population(Unused(_graph.Output.Name), shape, Shapes.Map(shape) ?? chains[0].Places(Of(Follow(paths[0]).Source).Map), IsInput: false);
        var layer = new DraftLayer(population, spikes ? NeuronRules.SpikingRelay(population.Size) : NeuronRules.Relay(population.Size), IsThreshold: true);
        _layers[population.Name] = layer;
        foreach (TracedPath path in paths)
            Connect(path, layer, leastDelay: 0);
        return population.Name;
    }

    private bool IsSpiking(string source) => _layers.TryGetValue(source, out DraftLayer? layer) && layer.Rules.Threshold is not null;

    private void Connect(TracedPath path, DraftLayer target, int leastDelay)
    {
        (string source, LinearChain chain) = Follow(path);
        if (_projections.Build(0, Of(source), chain, target.Population, target.Rules.Gain) is null)
            (source, chain) = Relay(source, chain, string.Join('\n', path.Nodes.Select(node => node.Name)));
        target.Projections.Add(new DraftProjection(source, chain, leastDelay));
    }

    private (string Source, LinearChain Chain) Follow(TracedPath path)
    {
        string source = path.Source;
        var chain = new LinearChain(Of(source).Shape);
        for (int i = 0; i < path.Nodes.Count; i++)
        {
            if (_chains.Append(chain, path.Nodes[i]) is { } longer)
            {
                chain = longer;
                continue;
            }
            (source, chain) = Relay(source, chain, string.Join('\n', path.Nodes.Take(i).Select(node => node.Name + (node is NirAffine ? "+" : ""))));
            chain = _chains.Append(chain, path.Nodes[i])!;
        }
        return (source, chain);
    }

    // A population of the chain's outputs, the same for all ways that begin alike.
    private (string Source, LinearChain Chain) Relay(string source, LinearChain chain, string way)
    {
        string key = source + "\n" + way;
        if (!_relays.TryGetValue(key, out string? name))
        {
            name = Unused(way.Split('\n')[^1].TrimEnd('+') is { Length: > 0 } last ? last : source);
            var population = new Population(name, chain.Shape, Shapes.Map(chain.Shape) ?? chain.Places(Of(source).Map), IsInput: false);
            var layer = new DraftLayer(population, NeuronRules.Relay(population.Size), IsThreshold: true);
            layer.Projections.Add(new DraftProjection(source, chain, LeastDelay: 0));
            _relays[key] = name;
            _layers[name] = layer;
        }
        return (name, new LinearChain(chain.Shape));
    }

    private Population Of(string name) => _layers.TryGetValue(name, out DraftLayer? layer) ? layer.Population : _populations.Of(name);

    private string Unused(string name)
    {
        while (_layers.ContainsKey(name) || name == _graph.Input.Name)
            name += "'";
        return name;
    }
}
