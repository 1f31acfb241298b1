using System.Collections.Immutable;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Conversion.Analog;

/// <summary>
/// The trained network (ANN) after folding: a chain of layers a^l = φ(W^l a^{l−1} + b^l), inference only.
/// The last layer is linear: its outputs are the logits, whatever monotone normalisation followed in the file.
/// </summary>
/// <param name="Name">Name of the model, from its file name.</param>
/// <param name="InputShape">Shape of one input, without batch.</param>
/// <param name="Layers">Layers in order, at least one.</param>
public sealed record AnalogNetwork(string Name, TensorShape InputShape, ImmutableArray<AnalogLayer> Layers)
{
    /// <summary>Number of inputs.</summary>
    public int InputSize => Layers[0].Inputs;

    /// <summary>Number of outputs.</summary>
    public int OutputSize => Layers[^1].Outputs;
}
