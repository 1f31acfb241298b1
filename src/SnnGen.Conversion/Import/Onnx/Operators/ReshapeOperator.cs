namespace SnnGen.Conversion.Import.Onnx.Operators;

/// <summary>A given shape, in which 0 copies an extent of the input and one −1 takes what is left.</summary>
internal sealed class ReshapeOperator : LayoutOperator
{
    /// <inheritdoc/>
    protected override IEnumerable<long> Arrange(OnnxNode node, IReadOnlyList<int> dimensions)
    {
        long[] target = node.Constant(1).Integers;
        if (node.Integer("allowzero", 0) == 0)
            target = [.. target.Select((extent, axis) => extent == 0 && axis < dimensions.Count ? dimensions[axis] : extent)];
        int open = Array.IndexOf(target, -1L);
        if (open < 0)
            return target;

        long known = Extents.Count(node.Shape([.. target.Where((_, axis) => axis != open)]));
        target[open] = known == 0 ? 0 : Extents.Count(dimensions) / known;
        return target;
    }
}
