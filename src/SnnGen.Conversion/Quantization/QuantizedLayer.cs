using SnnGen.Spiking.Layers;

namespace SnnGen.Conversion.Quantization;

/// <summary>A layer in the numbers of an arithmetic.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="PotentialUnit">Potential of a readout that stands for 1 in the units of the layer it was made from.</param>
public sealed record QuantizedLayer(SpikingLayer Layer, double PotentialUnit);
