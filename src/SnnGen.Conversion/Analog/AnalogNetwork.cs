using System.Collections.Immutable;
using SnnGen.Spiking;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Conversion.Analog;

/// <summary>
/// The trained network (ANN) after folding: layers in an order in which each depends only on earlier ones, inference
/// only. The last layer is linear: its values are the logits. <see cref="Output"/> says what follows; a softmax is left out.
/// </summary>
/// <param name="Name">Name of the model, from its file name.</param>
/// <param name="InputShape">Shape of one input as the model takes it, without batch.</param>
/// <param name="Layers">Layers in order, at least one.</param>
public sealed record AnalogNetwork(string Name, TensorShape InputShape, ImmutableArray<AnalogLayer> Layers)
{
    /// <summary>What becomes of the last layer's values, its logits, output by output.</summary>
    public OutputFunction Output { get; init; }

    /// <summary>Number of inputs.</summary>
    public int InputSize => InputShape.Size;

    /// <summary>Number of outputs.</summary>
    public int OutputSize => Layers[^1].Units;
}
