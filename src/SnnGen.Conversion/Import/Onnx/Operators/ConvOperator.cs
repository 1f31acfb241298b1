using SnnGen.Conversion.Analog.Folding;
using SnnGen.Spiking.Layers;

namespace SnnGen.Conversion.Import.Onnx.Operators;

/// <summary>A convolution in one or two dimensions.</summary>
internal sealed class ConvOperator : IDataOperator
{
    /// <inheritdoc/>
    public GraphValue Map(OnnxNode node)
    {
        DataTensor data = node.FloatData(0);
        ConstantTensor weights = node.Weights(1);
        FeatureMap map = MapShape.Of(node, data);
        int groups = Groups(node, weights, map, data.Dimensions.Count);
        int outputs = weights.Dimensions[0];
        long[] kernel = [.. weights.Dimensions.Skip(2).Select(extent => (long)extent)];
        SlidingWindow window = new WindowReader(node, map, data.Dimensions.Count - 2).Read(kernel, outputs);
        SpatialView view = SpatialView.Of(data.Values, map, node.Layers, node.Name);
        Signal result = ConvolutionFolding.Convolve(node.Layers, node.Name, view, new Kernel(window, groups, weights.Values));
        return new DataTensor(
            MapShape.Dimensions(data, window.Output), IsFloat: true, FoldedTensor.OfMap(Bias(node, result, outputs)));
    }

    private static int Groups(OnnxNode node, ConstantTensor weights, FeatureMap map, int rank)
    {
        long groups = node.Integer("group", 1);
        if (weights.Dimensions.Count != rank || weights.Values.Length == 0)
            throw node.ShapeError($"weights of shape {Extents.Text(weights.Dimensions)} do not fit data of rank {rank}");
        if (groups < 1 || groups > map.Channels || map.Channels % groups != 0 || weights.Dimensions[0] % groups != 0 || weights.Dimensions[1] != map.Channels / groups)
            throw node.ShapeError($"weights of shape {Extents.Text(weights.Dimensions)} in {groups} groups do not fit {map.Channels} channels");
        return (int)groups;
    }

    private static Signal Bias(OnnxNode node, Signal result, int outputs)
    {
        if (node.OptionalConstant(2) is null)
            return result;
        double[] bias = node.Weights(2).Values;
        return bias.Length == outputs
            ? result with { Shift = [.. result.Shift.Select((t, j) => t + bias[j % outputs])] }
            : throw node.ShapeError($"{bias.Length} biases do not fit {outputs} output channels");
    }
}
