namespace SnnGen.Conversion.Import.Onnx.Operators;

/// <summary>Rounds data to integers that a DequantizeLinear turns back: the ANN is taken as it was before.</summary>
internal sealed class QuantizeLinearOperator : IDataOperator
{
    /// <inheritdoc/>
    public GraphValue Map(OnnxNode node) => node.FloatData(0);
}
