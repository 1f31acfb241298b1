using SnnGen.Conversion.Analog;
using SnnGen.Conversion.Import.Onnx.Operators;

namespace SnnGen.Conversion.Import.Onnx;

/// <summary>
/// The one table of what can be imported: the importer looks operators up here, and the error message and
/// docs/operators.md are written from it.
/// </summary>
internal static class SupportedOperators
{
    /// <summary>Oldest operator set; before it broadcasting was an attribute.</summary>
    public const int MinimumOpset = 7;

    /// <summary>Newest operator set whose definitions are known; a later one may give an operator another meaning.</summary>
    public const int MaximumOpset = 26;

    private const string OnConstants = "constants only (the shape arithmetic of exporters)";
    private const string OnBoth = "data and constants";

    /// <summary>The rows, by name.</summary>
    public static readonly IReadOnlyList<SupportedOperator> Table =
    [
        new("Add", "data and a constant that broadcasts to it; constants", new ElementwiseOperator(
            (a, b) => a + b, new AffineForm(_ => 1, c => c), new AffineForm(_ => 1, c => c))),
        new("ArgMax", "over all outputs, at the end of the network; dropped", new DecisionOperator(isChoice: true)),
        new("BatchNormalization", "inference form, per channel; folded into the neighbouring dense layer", new BatchNormalizationOperator()),
        new("Cast", "between numeric types; data not from floating point to integers", new CastOperator()),
        new("Clip", "minimum 0, or any minimum not above 0 beside a Relu; maximum above 0 or none", new ClipOperator()),
        new("Concat", OnConstants, new ConcatOperator()),
        new("Constant", "numeric tensors, numbers and lists of numbers", new ConstantOperator()),
        new("ConstantOfShape", OnConstants, new ConstantOfShapeOperator()),
        new("Div", "data by a constant; constants", new ElementwiseOperator(
            (a, b) => a / b, new AffineForm(c => 1 / c, _ => 0), onRight: null)),
        new("Dropout", "inference form; no effect", new DropoutOperator()),
        new("Flatten", OnBoth, new FlattenOperator()),
        new("Gather", OnConstants, new GatherOperator()),
        new("Gemm", "constant weights (transB 0 or 1) and bias, any alpha and beta; transA = 0; one row an input", new GemmOperator()),
        new("Identity", OnBoth, new IdentityOperator()),
        new("LogSoftmax", "over all outputs, at the end of the network; dropped", new DecisionOperator(isChoice: false)),
        new("MatMul", "data by a constant matrix; one row an input", new MatMulOperator()),
        new("Mul", "data and a constant that broadcasts to it; constants", new ElementwiseOperator(
            (a, b) => a * b, new AffineForm(c => c, _ => 0), new AffineForm(c => c, _ => 0))),
        new("ReduceProd", OnConstants + ", over all axes", new ReduceProdOperator()),
        new("Relu", "after a dense layer that is not the last", new ActivationOperator(new Relu())),
        new("Reshape", OnBoth + ", to a constant shape", new ReshapeOperator()),
        new("Shape", OnBoth + "; the batch counts as 1", new ShapeOperator()),
        new("Sigmoid", "after a dense layer; dropped after the last one", new ActivationOperator(new Sigmoid())),
        new("Slice", OnConstants, new SliceOperator()),
        new("Softmax", "over all outputs, at the end of the network; dropped", new DecisionOperator(isChoice: false)),
        new("Squeeze", OnBoth, new SqueezeOperator()),
        new("Sub", "data and a constant that broadcasts to it, in either order; constants", new ElementwiseOperator(
            (a, b) => a - b, new AffineForm(_ => 1, c => -c), new AffineForm(_ => -1, c => c))),
        new("Tanh", "after a dense layer; dropped after the last one", new ActivationOperator(new Tanh())),
        new("Transpose", "constants; data where only dimensions of extent 1 move", new TransposeOperator()),
        new("Unsqueeze", OnBoth, new UnsqueezeOperator()),
    ];

    private static readonly Dictionary<string, IOperator> ByType = Table.ToDictionary(row => row.Type, row => row.Operator);

    /// <summary>What implements an operator of ONNX's own domain, or null.</summary>
    public static IOperator? Find(string domain, string type) =>
        IsDefaultDomain(domain) ? ByType.GetValueOrDefault(type) : null;

    /// <summary>ONNX's own domain has two spellings.</summary>
    public static bool IsDefaultDomain(string domain) => domain is "" or "ai.onnx";
}
