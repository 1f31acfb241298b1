using SnnGen.Conversion.Analog;
using SnnGen.Conversion.Analog.Folding;

namespace SnnGen.Conversion.Import.Onnx.Operators;

/// <summary>An element-wise function that nowhere decreases.</summary>
/// <param name="activation">φ, from the node's attributes and constants.</param>
internal sealed class ActivationOperator(Func<OnnxNode, Activation> activation) : IDataOperator
{
    /// <inheritdoc/>
    public GraphValue Map(OnnxNode node) => Apply(node, activation(node));

    /// <summary>φ of the data.</summary>
    public static DataTensor Apply(OnnxNode node, Activation activation)
    {
        DataTensor data = node.FloatData(0);
        return data with { Values = new ElementwiseFolding(node.Layers, node.Name).Activate(data.Values, activation, MapShape.TryOf(data)) };
    }
}
