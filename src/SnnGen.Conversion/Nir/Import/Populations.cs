using SnnGen.Conversion.Nir.Graph;
using SnnGen.Spiking;
using SnnGen.Spiking.Layers;

namespace SnnGen.Conversion.Nir.Import;

/// <summary>
/// Shapes of all populations. Parameters have the shape of their layer; where they are single values, or where flattened
/// neurons each take one place of a map, what leads to the layer says the shape.
/// </summary>
/// <param name="graph">The graph.</param>
/// <param name="builder">Follows the ways.</param>
internal sealed class Populations(TracedGraph graph, ChainBuilder builder)
{
    private readonly Dictionary<string, Population> _known = [];
    private readonly HashSet<string> _open = [];

    /// <summary>The population of a name.</summary>
    public Population Of(string name)
    {
        if (_known.TryGetValue(name, out Population? known))
            return known;
        if (name == graph.Input.Name)
            return _known[name] = new Population(name, graph.Input.Shape, Shapes.Map(graph.Input.Shape), IsInput: true);
        _open.Add(name);
        EquatableArray<int> stated = NeuronRules.ShapeOf(graph.Neurons[name]).Shape;
        (EquatableArray<int> Shape, FeatureMap? Places)? incoming = Incoming(name);
        _open.Remove(name);
        EquatableArray<int> shape = Shapes.Size(stated) == 1 && incoming is { } given ? given.Shape : stated.Count == 0 ? new EquatableArray<int>([1]) : stated;
        FeatureMap? map = Shapes.Map(shape) ?? (incoming?.Places is { } places && places.Size == Shapes.Size(shape) ? places : null);
        return _known[name] = new Population(name, shape, map, IsInput: false);
    }

    // What comes in by the first way that does not lead back here: its shape, and its places where no weights lie between.
    private (EquatableArray<int> Shape, FeatureMap? Places)? Incoming(string name)
    {
        foreach (TracedPath path in graph.Incoming[name].Where(path => !_open.Contains(path.Source)))
        {
            Population source = Of(path.Source);
            var chain = new LinearChain(source.Shape);
            FeatureMap? places = source.Map;
            foreach (NirNode node in path.Nodes)
            {
                LinearChain? longer = builder.Append(chain, node);
                if (longer is null)
                {
                    places = chain.Places(places);
                    longer = builder.Append(new LinearChain(chain.Shape), node)!;
                }
                chain = longer;
            }
            return (chain.Shape, chain.Places(places));
        }
        return null;
    }
}
