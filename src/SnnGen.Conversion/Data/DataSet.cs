using SnnGen.Spiking.Numerics;

namespace SnnGen.Conversion.Data;

/// <summary>Samples read from a file, at least one.</summary>
/// <param name="Shape">Shape of one sample; <c>[1]</c> where the file holds one number a sample.</param>
/// <param name="Count">N, number of samples.</param>
/// <param name="Values">N × n values, row-major, in the units of the file, all finite.</param>
/// <param name="IsByteData">True where the file stores unsigned bytes, as images do.</param>
public sealed record DataSet(TensorShape Shape, int Count, float[] Values, bool IsByteData);
