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
/// <param name="Spots">Where it was looked at: P of them, by ascending sample.</param>
/// <param name="Preactivations">u = Σ projections + b before pooling, P × channels.</param>
/// <param name="Code">How its activations become rates, one entry a channel; null for the readout.</param>
public sealed record CalibratedLayer(AnalogLayer Layer, ImmutableArray<Spot> Spots, Matrix<double> Preactivations, RateCode? Code);

/// <summary>One place of a layer on one calibration input.</summary>
/// <param name="Sample">Index of the input.</param>
/// <param name="Place">Row · width + column of the map before pooling; 0 in a fully connected layer.</param>
public readonly record struct Spot(int Sample, int Place);
