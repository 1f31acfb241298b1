using SnnGen.Conversion.Nir.Graph;
using SnnGen.Spiking;

namespace SnnGen.Conversion.Nir.Import;

/// <summary>Finds the populations of a graph and the ways between them.</summary>
internal sealed class GraphTracer
{
    private const int MostPaths = 1 << 14;
    private const int LongestPath = 256;
    private const int MostPopulations = 1024;

    private readonly ImportFault _fault;
    private readonly Dictionary<string, NirNode> _nodes;
    private readonly ILookup<string, string> _sources;
    private int _paths;

    private GraphTracer(NirGraph graph, ImportFault fault)
    {
        _fault = fault;
        _nodes = graph.Nodes.ToDictionary(node => node.Name);
        _sources = graph.Edges.ToLookup(edge => edge.Target, edge => edge.Source);
    }

    /// <summary>The populations of a graph that is not nested any more.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="names">Names of the inputs and outputs of the outermost graph.</param>
    /// <param name="fault">Complains.</param>
    public static TracedGraph Trace(NirGraph graph, IReadOnlySet<string> names, ImportFault fault) => new GraphTracer(graph, fault).Trace(names);

    private TracedGraph Trace(IReadOnlySet<string> names)
    {
        var input = Only<NirInput>(names, "input");
        var output = Only<NirOutput>(names, "output");
        IReadOnlyList<TracedPath> toOutput = Into(output.Name);
        var incoming = new SortedDictionary<string, IReadOnlyList<TracedPath>>(StringComparer.Ordinal);
        var open = new Queue<string>(toOutput.Select(path => path.Source));
        while (open.Count > 0)
        {
            string name = open.Dequeue();
            if (name == input.Name || incoming.ContainsKey(name))
                continue;
            if (incoming.Count == MostPopulations)
                throw _fault.Unsupported(name, $"the graph has more than {MostPopulations} nodes of neurons");
            incoming[name] = Into(name);
            foreach (TracedPath path in incoming[name])
                open.Enqueue(path.Source);
        }
        if (!incoming.Values.Append(toOutput).Any(paths => paths.Any(path => path.Source == input.Name)))
            throw _fault.Unsupported(output.Name, $"no way leads to it from the input '{input.Name}'");
        return new TracedGraph(input, output, toOutput, incoming.Keys.ToDictionary(name => name, name => _nodes[name]), incoming);
    }

    private T Only<T>(IReadOnlySet<string> names, string what)
        where T : NirNode
    {
        T[] found = [.. _nodes.Values.OfType<T>().Where(node => names.Contains(node.Name)).OrderBy(node => node.Name, StringComparer.Ordinal)];
        return found.Length == 1
            ? found[0]
            : throw _fault.Unsupported(found[1].Name, $"the graph has {found.Length} {what}s, '{string.Join("', '", found.Select(node => node.Name))}'; a network has one: join them in the framework that it comes from");
    }

    // What is added on the way is added once, though several ways may go through a node.
    private IReadOnlyList<TracedPath> Into(string target)
    {
        var paths = new List<TracedPath>();
        var added = new HashSet<string>(StringComparer.Ordinal);
        Collect(target, new LinkedList<NirNode>(), []);
        return paths;

        void Collect(string node, LinkedList<NirNode> after, HashSet<string> open)
        {
            foreach (string source in _sources[node])
            {
                NirNode linear = _nodes[source];
                if (linear is NirInput && !_sources[source].Any() || NeuronRules.IsNeuron(linear))
                {
                    if (++_paths > MostPaths)
                        throw _fault.Unsupported(target, $"more than {MostPaths} ways lead from population to population");
                    paths.Add(new TracedPath(source, WithBiasOnce(after).ToEquatableArray()));
                    continue;
                }
                if (!open.Add(source))
                    throw _fault.Unsupported(source, "it is in a circle without neurons, where no step of time ever ends");
                if (after.Count == LongestPath)
                    throw _fault.Unsupported(source, $"more than {LongestPath} nodes follow each other without neurons");
                after.AddFirst(linear);
                Collect(source, after, open);
                after.RemoveFirst();
                open.Remove(source);
            }
        }

        IEnumerable<NirNode> WithBiasOnce(LinkedList<NirNode> way)
        {
            NirNode[] nodes = [.. way];
            for (int i = 0; i < nodes.Length; i++)
            {
                bool isFirst = added.Add(string.Join('\n', nodes.Skip(i).Select(node => node.Name)));
                yield return isFirst ? nodes[i] : WithoutBias(nodes[i]);
            }
        }
    }

    private static NirNode WithoutBias(NirNode node)
    {
        return node switch
        {
            NirAffine n => new NirLinear(n.Name, n.Weight),
            NirConv1d n => n with { Bias = Zero(n.Bias) },
            NirConv2d n => n with { Bias = Zero(n.Bias) },
            _ => node,
        };

        static NirArray Zero(NirArray bias) => NirArray.Double(bias.Shape.AsSpan(), new double[bias.Size]);
    }
}
