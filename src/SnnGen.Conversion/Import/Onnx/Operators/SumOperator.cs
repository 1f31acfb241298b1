using SnnGen.Conversion.Analog.Folding;

namespace SnnGen.Conversion.Import.Onnx.Operators;

/// <summary>The sum of any number of tensors of data of one shape.</summary>
internal sealed class SumOperator : IDataOperator
{
    /// <inheritdoc/>
    public GraphValue Map(OnnxNode node)
    {
        DataTensor[] parts = [.. Enumerable.Range(0, node.InputCount).Select(node.FloatData)];
        if (parts.Any(part => !part.Dimensions.SequenceEqual(parts[0].Dimensions)))
            throw new UnsupportedNodeException("it broadcasts data of different shapes");
        var folding = new ElementwiseFolding(node.Layers, node.Name);
        return parts.Aggregate((sum, part) => sum with { Values = folding.Add(sum.Values, part.Values, 1, MapShape.TryOf(sum)) });
    }
}
