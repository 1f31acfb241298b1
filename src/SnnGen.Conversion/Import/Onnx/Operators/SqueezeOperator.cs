namespace SnnGen.Conversion.Import.Onnx.Operators;

/// <summary>Removes dimensions of extent 1: the given ones, or all.</summary>
internal sealed class SqueezeOperator : LayoutOperator
{
    /// <inheritdoc/>
    protected override IEnumerable<long> Arrange(OnnxNode node, IReadOnlyList<int> dimensions)
    {
        HashSet<int>? axes = Axes.Of(node, dimensions.Count);
        return dimensions.Where((extent, axis) => axes is null ? extent != 1 : !axes.Contains(axis)).Select(extent => (long)extent);
    }
}
