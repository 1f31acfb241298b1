namespace SnnGen.Conversion.Import.Onnx;

/// <summary>A row of the table of supported operators.</summary>
/// <param name="Type">The operator's name in ONNX.</param>
/// <param name="Forms">Which forms of it are supported, for people.</param>
/// <param name="Operator">What implements it.</param>
internal sealed record SupportedOperator(string Type, string Forms, IOperator Operator);
