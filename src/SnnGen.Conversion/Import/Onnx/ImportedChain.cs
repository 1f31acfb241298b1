using SnnGen.Conversion.Analog.Folding;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Conversion.Import.Onnx;

/// <summary>What a graph computes, node by node.</summary>
/// <param name="InputShape">Shape of one input, without batch.</param>
/// <param name="Steps">The steps in order, each a function of the flattened vector of the one before.</param>
internal sealed record ImportedChain(TensorShape InputShape, IReadOnlyList<AnalogStep> Steps);
