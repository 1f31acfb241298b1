namespace SnnGen.Conversion.Import.Onnx.Operators;

/// <summary>A function of data x and a constant c that is affine in x: scale(c) · x + shift(c).</summary>
/// <param name="Scale">The factor, given c.</param>
/// <param name="Shift">The summand, given c.</param>
internal sealed record AffineForm(Converter<double, double> Scale, Converter<double, double> Shift);
