using MathNet.Numerics.LinearAlgebra;

namespace SnnGen.Conversion.Import.Onnx.Operators;

/// <summary>Reads the constant operands of Gemm and MatMul.</summary>
internal static class DenseWeights
{
    /// <summary>W, n × m, from input 1 of <paramref name="node"/>.</summary>
    /// <param name="node">The node.</param>
    /// <param name="data">The data it multiplies, one row of length n.</param>
    /// <param name="isTransposed">True where the file holds m × n.</param>
    public static Matrix<double> Read(OnnxNode node, DataTensor data, bool isTransposed)
    {
        ConstantTensor weights = node.Weights(1);
        if (weights.Dimensions.Count != 2)
            throw new UnsupportedNodeException($"its weights have the shape {Extents.Text(weights.Dimensions)}; a matrix is supported");
        int rows = weights.Dimensions[0], columns = weights.Dimensions[1];
        int inputs = isTransposed ? columns : rows;
        if (rows == 0 || columns == 0)
            throw node.ShapeError("its weights are empty");
        RequireOneRow(data);
        if (data.Dimensions.Count == 0 || data.Dimensions[^1] != inputs)
            throw node.ShapeError($"data of shape {Extents.Text(data.Dimensions)} does not fit weights for {inputs} inputs");
        // MathNet stores columns one after the other: that is the transposed row-major form.
        return isTransposed
            ? Matrix<double>.Build.Dense(columns, rows, weights.Values)
            : Matrix<double>.Build.DenseOfRowMajor(rows, columns, weights.Values);
    }

    private static void RequireOneRow(DataTensor data)
    {
        long rows = Extents.Count(data.Dimensions.SkipLast(1));
        if (rows != 1)
            throw new UnsupportedNodeException($"it applies its matrix to {rows} rows of each input; flatten the data before it");
    }
}
