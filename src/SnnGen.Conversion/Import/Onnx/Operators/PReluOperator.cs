using SnnGen.Conversion.Analog;
using SnnGen.Conversion.Analog.Folding;
using SnnGen.Spiking.Layers;

namespace SnnGen.Conversion.Import.Onnx.Operators;

/// <summary>y = x above 0, slope ∘ x below. With slopes of any sign it is relu(x) − slope ∘ relu(−x), two populations.</summary>
internal sealed class PReluOperator : IDataOperator
{
    /// <inheritdoc/>
    public GraphValue Map(OnnxNode node)
    {
        DataTensor data = node.FloatData(0);
        ConstantTensor slope = node.Weights(1);
        int[] shape = [.. data.Dimensions];
        if (!node.Broadcast(shape, slope.Dimensions).SequenceEqual(shape))
            throw node.ShapeError($"a slope of shape {Extents.Text(slope.Dimensions)} does not fit data of shape {Extents.Text(shape)}");
        double[] slopes = ConstantArithmetic.Expand(slope, shape), zero = new double[slopes.Length];
        if (slopes.All(s => s == slopes[0] && s >= 0))
            return ActivationOperator.Apply(node, new LeakyRelu(slopes[0]));
        var folding = new ElementwiseFolding(node.Layers, node.Name);
        FeatureMap? map = MapShape.TryOf(data);
        FoldedTensor positive = folding.Activate(data.Values, new Relu(), map);
        FoldedTensor negative = folding.Activate(folding.ScaleAndShift(data.Values, [.. slopes.Select(_ => -1.0)], zero), new Relu(), map);
        return data with { Values = folding.Add(positive, folding.ScaleAndShift(negative, slopes, zero), -1, map) };
    }
}
