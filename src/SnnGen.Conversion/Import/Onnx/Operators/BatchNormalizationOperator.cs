using SnnGen.Conversion.Analog.Folding;

namespace SnnGen.Conversion.Import.Onnx.Operators;

/// <summary>y = γ (x − μ) / √(σ² + ε) + β per channel (axis 1), with the statistics of the training.</summary>
internal sealed class BatchNormalizationOperator : IDataOperator
{
    private const double DefaultEpsilon = 1e-5;

    /// <inheritdoc/>
    public GraphValue Map(OnnxNode node)
    {
        DataTensor data = node.FloatData(0);
        if (node.Integer("training_mode", 0) != 0)
            throw new UnsupportedNodeException("it was exported in training mode; export the model in evaluation mode");
        if (node.Integer("spatial", 1) == 0)
            throw new UnsupportedNodeException("it normalises each position on its own (spatial = 0)");
        if (data.Dimensions.Count < 2)
            throw node.ShapeError($"its data must have a batch and channels, but has the shape {Extents.Text(data.Dimensions)}");

        int channels = data.Dimensions[1];
        double[] gamma = PerChannel(1), beta = PerChannel(2), mean = PerChannel(3), variance = PerChannel(4);
        double epsilon = node.Number("epsilon", DefaultEpsilon);
        double[] scale = [.. gamma.Select((g, c) => g / Math.Sqrt(variance[c] + epsilon))];
        double[] shift = [.. beta.Select((b, c) => b - mean[c] * scale[c])];
        return data with { Values = new ElementwiseFolding(node.Layers, node.Name).ScaleAndShift(data.Values, Spread(scale), Spread(shift)) };

        double[] PerChannel(int index)
        {
            ConstantTensor parameter = node.Weights(index);
            return parameter.Values.Length == channels
                ? parameter.Values
                : throw node.ShapeError($"'{parameter.Origin}' has {parameter.Values.Length} values for {channels} channels");
        }

        double[] Spread(double[] values) =>
            [.. Enumerable.Range(0, data.Size).Select(i => values[i / (data.Size / channels)])];
    }
}
