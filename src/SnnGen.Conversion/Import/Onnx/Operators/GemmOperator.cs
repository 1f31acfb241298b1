using MathNet.Numerics.LinearAlgebra;
using SnnGen.Conversion.Analog.Folding;

namespace SnnGen.Conversion.Import.Onnx.Operators;

/// <summary>y = α x W + β c, with W possibly stored transposed.</summary>
internal sealed class GemmOperator : IDataOperator
{
    /// <inheritdoc/>
    public GraphValue Map(OnnxNode node)
    {
        if (node.Integer("transA", 0) != 0)
            throw new UnsupportedNodeException("it transposes the data (transA)");
        DataTensor data = node.FloatData(0);
        if (data.Dimensions.Count != 2)
            throw node.ShapeError($"its data must have rank 2, but has the shape {Extents.Text(data.Dimensions)}");
        Matrix<double> weights = DenseWeights.Read(node, data, node.Integer("transB", 0) != 0);
        double alpha = node.Number("alpha", 1);
        FoldedTensor product = DenseFolding.Multiply(node.Layers, node.Name, data.Values, alpha == 1 ? weights : weights * alpha);
        double[] bias = Bias(node, weights.ColumnCount), ones = [.. bias.Select(_ => 1.0)];
        return new DataTensor(
            [1, weights.ColumnCount], IsFloat: true, new ElementwiseFolding(node.Layers, node.Name).ScaleAndShift(product, ones, bias));
    }

    private static double[] Bias(OnnxNode node, int outputs)
    {
        if (node.OptionalConstant(2) is null)
            return new double[outputs];
        ConstantTensor bias = node.Weights(2);
        int[] shape = [1, outputs];
        if (!node.Broadcast(shape, bias.Dimensions).SequenceEqual(shape))
            throw node.ShapeError($"a bias of shape {Extents.Text(bias.Dimensions)} does not fit {outputs} outputs");
        double beta = node.Number("beta", 1);
        return [.. ConstantArithmetic.Expand(bias, shape).Select(b => b * beta)];
    }
}
