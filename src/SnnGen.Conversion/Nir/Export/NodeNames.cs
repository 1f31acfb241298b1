namespace SnnGen.Conversion.Nir.Export;

/// <summary>Names of nodes: those of the layers, made what a file can hold, and others beside them.</summary>
internal sealed class NodeNames
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly string[] _layers;

    /// <param name="layers">Names of the layers, in order.</param>
    public NodeNames(IEnumerable<string> layers) => _layers = [.. layers.Select(Free)];

    /// <summary>The name of a layer's node.</summary>
    public string Of(int layer) => _layers[layer];

    /// <summary>A name like <paramref name="name"/> that no node has yet; it is taken then.</summary>
    public string Free(string name)
    {
        string valid = name.Replace('/', '.').Replace('\0', '.');
        if (valid.Length == 0 || valid.All(c => c == '.'))
            valid = "layer" + valid;
        while (!_taken.Add(valid))
            valid += "'";
        return valid;
    }
}
