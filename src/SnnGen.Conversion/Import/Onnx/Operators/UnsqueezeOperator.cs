namespace SnnGen.Conversion.Import.Onnx.Operators;

/// <summary>Inserts dimensions of extent 1 at the given places of the result.</summary>
internal sealed class UnsqueezeOperator : LayoutOperator
{
    /// <inheritdoc/>
    protected override IEnumerable<long> Arrange(OnnxNode node, IReadOnlyList<int> dimensions)
    {
        int added = (node.Integers("axes") ?? node.Constant(1).Integers).Length;
        HashSet<int> axes = Axes.Of(node, dimensions.Count + added)!;
        if (axes.Count != added)
            throw node.ShapeError("it names an axis twice");
        var rest = new Queue<int>(dimensions);
        return Enumerable.Range(0, dimensions.Count + added).Select(axis => axes.Contains(axis) ? 1L : rest.Dequeue()).ToList();
    }
}
