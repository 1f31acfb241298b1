using SnnGen.Conversion.Analog;
using SnnGen.Conversion.Analog.Folding;

namespace SnnGen.Conversion.Import.Onnx.Operators;

/// <summary>An activation without parameters.</summary>
/// <param name="activation">φ.</param>
internal sealed class ActivationOperator(Activation activation) : IDataOperator
{
    /// <inheritdoc/>
    public GraphValue Map(OnnxNode node) =>
        new DataTensor(node.FloatData(0).Dimensions, IsFloat: true, new ActivationStep(node.Name, activation));
}
