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
        var step = new AffineStep(node.Name, alpha == 1 ? weights : weights * alpha, Bias(node, weights.ColumnCount));
        return new DataTensor([1, weights.ColumnCount], IsFloat: true, step);
    }

    private static Vector<double> Bias(OnnxNode node, int outputs)
    {
        if (node.OptionalConstant(2) is null)
            return Vector<double>.Build.Dense(outputs);
        ConstantTensor bias = node.Weights(2);
        int[] shape = [1, outputs];
        if (!node.Broadcast(shape, bias.Dimensions).SequenceEqual(shape))
            throw node.ShapeError($"a bias of shape {Extents.Text(bias.Dimensions)} does not fit {outputs} outputs");
        return Vector<double>.Build.Dense(ConstantArithmetic.Expand(bias, shape)) * node.Number("beta", 1);
    }
}
