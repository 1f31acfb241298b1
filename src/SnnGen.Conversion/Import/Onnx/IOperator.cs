namespace SnnGen.Conversion.Import.Onnx;

/// <summary>One operator of ONNX (or a small family of them). It can fold constants, map data, or both.</summary>
internal interface IOperator;

/// <summary>Computes its result when every input is constant.</summary>
internal interface IConstantOperator : IOperator
{
    /// <summary>The first output. All inputs of <paramref name="node"/> are <see cref="ConstantTensor"/>.</summary>
    ConstantTensor Fold(OnnxNode node);
}

/// <summary>Says what it does to data that depends on the network's input.</summary>
internal interface IDataOperator : IOperator
{
    /// <summary>
    /// The first output: its shape, and the step that computes it from the flattened input. At least one input of
    /// <paramref name="node"/> is a <see cref="DataTensor"/>.
    /// </summary>
    /// <exception cref="UnsupportedNodeException">This form of the operator has no spiking counterpart.</exception>
    GraphValue Map(OnnxNode node);
}
