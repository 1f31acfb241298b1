using System.Collections.Immutable;
using SnnGen.Spiking.Layers;

namespace SnnGen.Conversion.Analog.Folding;

/// <summary>Leaves out the layers that the last one does not depend on.</summary>
internal static class LiveLayers
{
    /// <summary>The others, in order, with their sources renumbered.</summary>
    public static ImmutableArray<AnalogLayer> Of(IReadOnlyList<AnalogLayer> layers)
    {
        var isLive = new bool[layers.Count];
        isLive[^1] = true;
        for (int l = layers.Count - 1; l >= 0; l--)
            foreach (AnalogProjection projection in layers[l].Projections)
                if (isLive[l] && projection.Source != Projection.NetworkInput)
                    isLive[projection.Source] = true;
        int[] index = new int[layers.Count];
        for (int l = 0, next = 0; l < layers.Count; l++)
            index[l] = isLive[l] ? next++ : -1;
        return [.. layers.Where((_, l) => isLive[l]).Select(layer => layer with
        {
            Projections = [.. layer.Projections.Select(projection => projection with
            {
                Source = projection.Source == Projection.NetworkInput ? projection.Source : index[projection.Source],
            })],
        })];
    }
}
