namespace SnnGen.Conversion.Import.Onnx.Operators;

/// <summary>y = x.</summary>
internal sealed class IdentityOperator : LayoutOperator
{
    /// <inheritdoc/>
    protected override IEnumerable<long> Arrange(OnnxNode node, IReadOnlyList<int> dimensions) => dimensions.Select(extent => (long)extent);
}
