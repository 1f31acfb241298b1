using SnnGen.Conversion.Analog;

namespace SnnGen.Conversion.Quantization;

/// <summary>A layer whose weights lie on a grid.</summary>
/// <param name="Layer">Weights and biases in units of the threshold; a weight times its channel's factor is an integer.</param>
/// <param name="Factor">One a channel.</param>
internal sealed record GridLayer(AnalogLayer Layer, double[] Factor);
