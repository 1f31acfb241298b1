using SnnGen.Conversion.Analog.Folding;

namespace SnnGen.Conversion.Import.Onnx.Operators;

/// <summary>Add, Sub, Mul and Div: of constants, of data and a constant, or of two tensors of data.</summary>
/// <param name="apply">The function of two numbers.</param>
/// <param name="onLeft">The function of data x and a constant c, x on the left.</param>
/// <param name="onRight">The same with x on the right, or null where it is not affine in x.</param>
/// <param name="sign">The sign of the right one where both are data, or null where the function is not linear in them.</param>
internal sealed class ElementwiseOperator(
    Func<double, double, double> apply, AffineForm onLeft, AffineForm? onRight, double? sign = null)
    : IConstantOperator, IDataOperator
{
    /// <inheritdoc/>
    public ConstantTensor Fold(OnnxNode node)
    {
        ConstantTensor left = node.Constant(0), right = node.Constant(1);
        int[] shape = node.Broadcast(left.Dimensions, right.Dimensions);
        double[] a = ConstantArithmetic.Expand(left, shape), b = ConstantArithmetic.Expand(right, shape);
        double[] values = [.. a.Zip(b, apply)];
        if (!left.IsFloat)
            values = Array.ConvertAll(values, Math.Truncate);
        return left with { Dimensions = shape, Values = values };
    }

    /// <inheritdoc/>
    public GraphValue Map(OnnxNode node)
    {
        if (node.Input(0) is DataTensor && node.Input(1) is DataTensor)
            return Combine(node);
        bool isDataLeft = node.Input(0) is DataTensor;
        AffineForm form = (isDataLeft ? onLeft : onRight) ?? throw new UnsupportedNodeException("it divides by the data");
        DataTensor data = node.FloatData(isDataLeft ? 0 : 1);
        ConstantTensor constant = node.Weights(isDataLeft ? 1 : 0);
        int[] shape = node.Broadcast(data.Dimensions, constant.Dimensions);
        if (Extents.Count(shape) != data.Size)
            throw node.ShapeError($"a constant of shape {Extents.Text(constant.Dimensions)} does not fit data of shape {Extents.Text(data.Dimensions)}");

        double[] values = ConstantArithmetic.Expand(constant, shape);
        double[] scale = Array.ConvertAll(values, form.Scale), shift = Array.ConvertAll(values, form.Shift);
        return new DataTensor(shape, IsFloat: true, new ElementwiseFolding(node.Layers, node.Name).ScaleAndShift(data.Values, scale, shift));
    }

    private DataTensor Combine(OnnxNode node)
    {
        DataTensor left = node.FloatData(0), right = node.FloatData(1);
        if (sign is null)
            throw new UnsupportedNodeException("both of its inputs depend on the network's input");
        if (!left.Dimensions.SequenceEqual(right.Dimensions))
            throw new UnsupportedNodeException($"it broadcasts data of shape {Extents.Text(left.Dimensions)} and {Extents.Text(right.Dimensions)}");
        return left with { Values = new ElementwiseFolding(node.Layers, node.Name).Add(left.Values, right.Values, sign.Value, MapShape.TryOf(left)) };
    }
}
