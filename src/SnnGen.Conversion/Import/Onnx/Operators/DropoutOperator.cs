namespace SnnGen.Conversion.Import.Onnx.Operators;

/// <summary>y = x: dropout is active in training only.</summary>
internal sealed class DropoutOperator : LayoutOperator
{
    /// <inheritdoc/>
    protected override IEnumerable<long> Arrange(OnnxNode node, IReadOnlyList<int> dimensions) =>
        node.OptionalConstant(2)?.Values is [not 0]
            ? throw new UnsupportedNodeException("it was exported in training mode; export the model in evaluation mode")
            : dimensions.Select(extent => (long)extent);
}
