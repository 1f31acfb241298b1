namespace SnnGen.Conversion.Nir.Import;

/// <summary>An order in which each layer comes after those whose spikes reach it in the same step.</summary>
internal static class LayerOrder
{
    /// <summary>The layers in order, the readout last; of equals the one of smaller name first.</summary>
    /// <param name="layers">The layers by name.</param>
    /// <param name="readout">Name of the last one, which drives no other in the same step.</param>
    public static IReadOnlyList<DraftLayer> Of(IReadOnlyDictionary<string, DraftLayer> layers, string readout)
    {
        var waiting = new SortedSet<string>(layers.Keys.Where(name => name != readout), StringComparer.Ordinal);
        var order = new List<DraftLayer>();
        while (waiting.Count > 0)
        {
            string next = waiting.First(name => !layers[name].Projections.Any(projection => projection.IsImmediate && waiting.Contains(projection.Source)));
            waiting.Remove(next);
            order.Add(layers[next]);
        }
        order.Add(layers[readout]);
        return order;
    }
}
