namespace SnnGen.Conversion.Import.Onnx;

/// <summary>A node that cannot be converted.</summary>
/// <param name="Type">Its operator, with the domain where it is not ONNX's own.</param>
/// <param name="Name">Its name.</param>
/// <param name="Reason">Why this form is not supported, or null where the operator is not supported at all.</param>
internal sealed record NodeProblem(string Type, string Name, string? Reason);
