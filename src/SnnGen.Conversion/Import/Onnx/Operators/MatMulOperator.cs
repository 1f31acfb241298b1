using MathNet.Numerics.LinearAlgebra;
using SnnGen.Conversion.Analog.Folding;

namespace SnnGen.Conversion.Import.Onnx.Operators;

/// <summary>y = x W.</summary>
internal sealed class MatMulOperator : IDataOperator
{
    /// <inheritdoc/>
    public GraphValue Map(OnnxNode node)
    {
        DataTensor data = node.FloatData(0);
        Matrix<double> weights = DenseWeights.Read(node, data, isTransposed: false);
        return new DataTensor(
            [.. data.Dimensions.SkipLast(1), weights.ColumnCount], IsFloat: true,
            DenseFolding.Multiply(node.Layers, node.Name, data.Values, weights));
    }
}
