namespace SnnGen.Conversion.Nir.Import;

/// <summary>
/// Which ways lead back and so take a step of time: those within a circle of populations whose source is not nearer to the
/// input than their target.
/// </summary>
internal sealed class BackEdges
{
    private readonly TracedGraph _graph;
    private readonly Dictionary<string, int> _distance;

    public BackEdges(TracedGraph graph)
    {
        _graph = graph;
        ILookup<string, string> targets = graph.Incoming.SelectMany(pair => pair.Value.Select(path => (path.Source, Target: pair.Key))).ToLookup(pair => pair.Source, pair => pair.Target);
        _distance = new Dictionary<string, int> { [graph.Input.Name] = 0 };
        var open = new Queue<string>([graph.Input.Name]);
        while (open.Count > 0)
        {
            string name = open.Dequeue();
            foreach (string target in targets[name])
                if (_distance.TryAdd(target, _distance[name] + 1))
                    open.Enqueue(target);
        }
    }

    /// <summary>Whether a way from <paramref name="source"/> to <paramref name="target"/> leads back.</summary>
    public bool LeadsBack(string source, string target) =>
        source != _graph.Input.Name && Distance(source) >= Distance(target) && Ancestors(source).Contains(target);

    private int Distance(string name) => _distance.GetValueOrDefault(name, int.MaxValue);

    private HashSet<string> Ancestors(string name)
    {
        var found = new HashSet<string>();
        var open = new Stack<string>([name]);
        while (open.Count > 0)
        {
            if (!_graph.Incoming.TryGetValue(open.Pop(), out IReadOnlyList<TracedPath>? paths))
                continue;
            foreach (TracedPath path in paths)
                if (found.Add(path.Source))
                    open.Push(path.Source);
        }
        return found;
    }
}
