using SnnGen.Spiking;
using SnnGen.Spiking.Layers;

namespace SnnGen.Generators.Tests.Differential.Covering;

/// <summary>
/// How often each feature, and each pair of features, was drawn. Two features meet where they are of one network, of one layer of
/// it and of one projection of that.
/// </summary>
internal sealed class Coverage
{
    private readonly Dictionary<string, int> _features = [];
    private readonly Dictionary<(string, string), int> _pairs = [];

    /// <summary>All features that there are, dimension by dimension.</summary>
    public static IReadOnlyList<string[]> Dimensions { get; } =
    [
        .. NetworkFeatures.Dimensions.Concat(LayerFeatures.Dimensions).Concat(ProjectionFeatures.Dimensions)
            .Select(dimension => dimension.Values.Select(value => $"{dimension.Dimension}: {value}").ToArray()),
    ];

    /// <summary>All pairs of features of different dimensions.</summary>
    public static IEnumerable<(string, string)> AllPairs()
    {
        for (int i = 0; i < Dimensions.Count; i++)
            for (int j = i + 1; j < Dimensions.Count; j++)
                foreach (string first in Dimensions[i])
                    foreach (string second in Dimensions[j])
                        yield return (first, second);
    }

    /// <summary>How many networks had a feature.</summary>
    public int Of(string feature) => _features.GetValueOrDefault(feature);

    /// <summary>How many networks had both of two features, as <see cref="AllPairs"/> names them.</summary>
    public int Of((string, string) pair) => _pairs.GetValueOrDefault(pair);

    /// <summary>Counts what a network has.</summary>
    /// <returns>Pairs that no network before had.</returns>
    public int Add(SpikingNetwork network)
    {
        int news = 0;
        foreach (string feature in Scopes(network).SelectMany(scope => scope).Distinct())
            _features[feature] = Of(feature) + 1;
        foreach ((string, string) pair in PairsOf(network))
        {
            news += _pairs.TryAdd(pair, 0) ? 1 : 0;
            _pairs[pair]++;
        }
        return news;
    }

    private static IEnumerable<(string, string)> PairsOf(SpikingNetwork network) => Scopes(network)
        .SelectMany(scope => scope.SelectMany((first, i) => scope.Skip(i + 1).Select(second => Dimension(first) < Dimension(second) ? (first, second) : (second, first))))
        .Distinct();

    private static IEnumerable<string[]> Scopes(SpikingNetwork network)
    {
        string[] features = [.. NetworkFeatures.Of(network)];
        for (int i = 0; i < network.Layers.Count; i++)
            foreach (Projection projection in network.Layers[i].Projections)
                yield return [.. features, .. LayerFeatures.Of(network, network.Layers[i]), .. ProjectionFeatures.Of(network, i, projection)];
    }

    private static int Dimension(string feature) => s_dimensionOf[feature];

    private static readonly Dictionary<string, int> s_dimensionOf = Dimensions
        .SelectMany((features, dimension) => features.Select(feature => (feature, dimension))).ToDictionary(entry => entry.feature, entry => entry.dimension);
}
