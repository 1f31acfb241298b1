using SnnGen.Conversion.Analog.Folding;

namespace SnnGen.Conversion.Import.Onnx.Operators;

/// <summary>y = −x.</summary>
internal sealed class NegOperator : IConstantOperator, IDataOperator
{
    /// <inheritdoc/>
    public ConstantTensor Fold(OnnxNode node)
    {
        ConstantTensor input = node.Constant(0);
        return input with { Values = Array.ConvertAll(input.Values, value => -value) };
    }

    /// <inheritdoc/>
    public GraphValue Map(OnnxNode node)
    {
        DataTensor data = node.FloatData(0);
        double[] factor = [.. Enumerable.Repeat(-1.0, data.Size)];
        return data with { Values = new ElementwiseFolding(node.Layers, node.Name).ScaleAndShift(data.Values, factor, new double[data.Size]) };
    }
}
