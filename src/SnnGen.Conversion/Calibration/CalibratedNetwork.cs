using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;
using SnnGen.Conversion.Analog;

namespace SnnGen.Conversion.Calibration;

/// <summary>The ANN with what it does on the calibration inputs.</summary>
/// <param name="Analog">The ANN.</param>
/// <param name="Inputs">The calibration inputs.</param>
/// <param name="Layers">One a layer.</param>
public sealed record CalibratedNetwork(AnalogNetwork Analog, InputBatch Inputs, ImmutableArray<CalibratedLayer> Layers);

/// <summary>One layer's activity on the calibration inputs.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Preactivations">u = x W + b, N × m.</param>
/// <param name="Code">How its activations become rates; null for the readout.</param>
public sealed record CalibratedLayer(AnalogLayer Layer, Matrix<double> Preactivations, RateCode? Code);
