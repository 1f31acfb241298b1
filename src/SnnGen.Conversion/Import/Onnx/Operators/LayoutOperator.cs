namespace SnnGen.Conversion.Import.Onnx.Operators;

/// <summary>Gives the first input another shape; its values, row-major, stay the same.</summary>
internal abstract class LayoutOperator : IConstantOperator, IDataOperator
{
    /// <inheritdoc/>
    public ConstantTensor Fold(OnnxNode node)
    {
        ConstantTensor input = node.Constant(0);
        return input with { Dimensions = CheckedShape(node, input.Dimensions) };
    }

    /// <inheritdoc/>
    public GraphValue Map(OnnxNode node)
    {
        DataTensor input = node.Data(0);
        return input with { Dimensions = CheckedShape(node, input.Dimensions) };
    }

    /// <summary>The shape that <paramref name="dimensions"/> becomes.</summary>
    protected abstract IEnumerable<long> Arrange(OnnxNode node, IReadOnlyList<int> dimensions);

    private int[] CheckedShape(OnnxNode node, IReadOnlyList<int> dimensions)
    {
        int[] shape = node.Shape([.. Arrange(node, dimensions)]);
        return Extents.Count(shape) == Extents.Count(dimensions)
            ? shape
            : throw node.ShapeError($"{Extents.Text(dimensions)} cannot become {Extents.Text(shape)}");
    }
}
