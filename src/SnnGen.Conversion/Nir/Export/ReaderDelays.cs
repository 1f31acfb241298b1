using SnnGen.Conversion.Nir.Conventions;
using SnnGen.Conversion.Nir.Graph;
using SnnGen.Conversion.Nir.Import;
using SnnGen.Spiking;
using SnnGen.Spiking.Layers;

namespace SnnGen.Conversion.Nir.Export;

/// <summary>Steps that connections take for the reader of a file though no Delay says so: those of the convention, and one on the way back.</summary>
internal sealed class ReaderDelays
{
    private const string Input = "input";

    private readonly SpikingNetwork _network;
    private readonly NirConvention _convention;
    private readonly BackEdges _back;

    public ReaderDelays(SpikingNetwork network, NirConvention convention)
    {
        (_network, _convention) = (network, convention);
        Dictionary<string, IReadOnlyList<TracedPath>> incoming = Enumerable.Range(0, network.Layers.Count).Where(index => !network.Layers[index].Relays()).ToDictionary(
            Name, index => (IReadOnlyList<TracedPath>)[.. network.Layers[index].Projections.SelectMany(projection => Populations(projection.Source, [])).Distinct().Select(source => new TracedPath(source, default))]);
        _back = new BackEdges(new TracedGraph(new NirInput(Input, default), new NirOutput("output", default), [], new Dictionary<string, NirNode>(), incoming));
    }

    /// <summary>The fewest and the most of a projection: populations behind a layer that relays them may differ.</summary>
    /// <param name="layer">Index of its layer.</param>
    /// <param name="source">Index of its source, or <see cref="Projection.NetworkInput"/>.</param>
    public (int Least, int Most) Of(int layer, int source)
    {
        // A sum is no place where spikes wait.
        if (_network.Layers[layer].Relays())
            return (0, 0);
        int[] steps = [.. Populations(source, []).Select(name => Math.Max(_convention.ConnectionDelay, _back.LeadsBack(name, Name(layer)) ? 1 : 0))];
        return steps.Length == 0 ? (0, 0) : (steps.Min(), steps.Max());
    }

    // What spikes or integrates behind the layers that only relay it.
    private IEnumerable<string> Populations(int source, HashSet<int> seen) => source == Projection.NetworkInput ? [Input]
        : !_network.Layers[source].Relays() ? [Name(source)]
        : seen.Add(source) ? _network.Layers[source].Projections.SelectMany(projection => Populations(projection.Source, seen)) : [];

    private static string Name(int layer) => $"layer {layer}";
}
