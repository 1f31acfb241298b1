namespace SnnGen.Conversion.Import.Onnx;

/// <summary>A node cannot be converted; caught where the nodes are walked, so that all such nodes are reported together.</summary>
/// <param name="reason">Why, for people; follows the node's name.</param>
internal sealed class UnsupportedNodeException(string reason) : Exception(reason);
