namespace SnnGen.Conversion.Import.Onnx.Operators;

/// <summary>Two dimensions: the product of those before the axis and of those from it on.</summary>
internal sealed class FlattenOperator : LayoutOperator
{
    /// <inheritdoc/>
    protected override IEnumerable<long> Arrange(OnnxNode node, IReadOnlyList<int> dimensions)
    {
        long given = node.Integer("axis", 1);
        // Unlike elsewhere the axis may equal the rank.
        int axis = given == dimensions.Count ? dimensions.Count : node.Axis(given, dimensions.Count);
        return [Extents.Count(dimensions.Take(axis)), Extents.Count(dimensions.Skip(axis))];
    }
}
