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
        new("Add", "data and a constant that broadcasts to it; data of one shape; constants", new ElementwiseOperator(
            (a, b) => a + b, new AffineForm(_ => 1, c => c), new AffineForm(_ => 1, c => c), sign: 1)),
        new("ArgMax", "over all outputs, at the end of the network; dropped", new DecisionOperator(isChoice: true)),
        new("AveragePool", "one or two dimensions; any padding, ceil_mode without count_include_pad", new PoolOperator(isMaximum: false, isGlobal: false)),
        new("BatchNormalization", "inference form, per channel; folded into the neighbouring weights", new BatchNormalizationOperator()),
        new("Cast", "between numeric types; data not from floating point to integers", new CastOperator()),
        new("Clip", "constant bounds, the minimum below the maximum", new ClipOperator()),
        new("Concat", OnBoth, new ConcatOperator()),
        new("Constant", "numeric tensors, numbers and lists of numbers", new ConstantOperator()),
        new("ConstantOfShape", OnConstants, new ConstantOfShapeOperator()),
        new("Conv", "one or two dimensions; strides, dilations, groups, pads and auto_pad; constant weights and bias", new ConvOperator()),
        new("DequantizeLinear", "constants, per tensor or axis; data after QuantizeLinear", new DequantizeLinearOperator()),
        new("Div", "data by a constant; constants", new ElementwiseOperator(
            (a, b) => a / b, new AffineForm(c => 1 / c, _ => 0), onRight: null)),
        new("Dropout", "inference form; no effect", new DropoutOperator()),
        new("Elu", "alpha not negative", new ActivationOperator(Activations.Elu)),
        new("Flatten", OnBoth, new FlattenOperator()),
        new("Gather", OnConstants, new GatherOperator()),
        new("Gemm", "constant weights (transB 0 or 1) and bias, any alpha and beta; transA = 0; one row an input", new GemmOperator()),
        new("GlobalAveragePool", "one or two dimensions", new PoolOperator(isMaximum: false, isGlobal: true)),
        new("GlobalMaxPool", "one or two dimensions", new PoolOperator(isMaximum: true, isGlobal: true)),
        new("HardSigmoid", "alpha positive", new ActivationOperator(Activations.HardSigmoid)),
        new("Identity", OnBoth, new IdentityOperator()),
        new("LeakyRelu", "alpha not negative", new ActivationOperator(Activations.LeakyRelu)),
        new("LogSoftmax", "over all outputs, at the end of the network; dropped", new DecisionOperator(isChoice: false)),
        new("MatMul", "data by a constant matrix; one row an input", new MatMulOperator()),
        new("MaxPool", "one or two dimensions; any padding and dilation, ceil_mode; after the weights of a layer or after its activation", new PoolOperator(isMaximum: true, isGlobal: false)),
        new("Mul", "data and a constant that broadcasts to it; constants", new ElementwiseOperator(
            (a, b) => a * b, new AffineForm(c => c, _ => 0), new AffineForm(c => c, _ => 0))),
        new("Neg", OnBoth, new NegOperator()),
        new("PRelu", "constant slopes of any sign", new PReluOperator()),
        new("Pad", "zeros around data, before a convolution, average pooling or dense layer; negative widths", new PadOperator()),
        new("QuantizeLinear", "data; no effect", new QuantizeLinearOperator()),
        new("ReduceMean", "over all dimensions beside batch and channels", new ReduceMeanOperator()),
        new("ReduceProd", OnConstants + ", over all axes", new ReduceProdOperator()),
        new("Relu", "data", new ActivationOperator(_ => new Relu())),
        new("Reshape", OnBoth + ", to a constant shape", new ReshapeOperator()),
        new("Shape", OnBoth + "; the batch counts as 1", new ShapeOperator()),
        new("Sigmoid", "data; dropped after the last layer", new ActivationOperator(_ => new Sigmoid())),
        new("Slice", OnBoth, new SliceOperator()),
        new("Softmax", "over all outputs, at the end of the network; dropped", new DecisionOperator(isChoice: false)),
        new("Softplus", "data", new ActivationOperator(_ => new Softplus())),
        new("Squeeze", OnBoth, new SqueezeOperator()),
        new("Sub", "data and a constant that broadcasts to it, in either order; data of one shape; constants", new ElementwiseOperator(
            (a, b) => a - b, new AffineForm(_ => 1, c => -c), new AffineForm(_ => -1, c => c), sign: -1)),
        new("Sum", "data of one shape", new SumOperator()),
        new("Tanh", "data; dropped after the last layer", new ActivationOperator(_ => new Tanh())),
        new("Transpose", OnBoth, new TransposeOperator()),
        new("Unsqueeze", OnBoth, new UnsqueezeOperator()),
    ];

    private static readonly Dictionary<string, IOperator> ByType = Table.ToDictionary(row => row.Type, row => row.Operator);

    /// <summary>What implements an operator of ONNX's own domain, or null.</summary>
    public static IOperator? Find(string domain, string type) =>
        IsDefaultDomain(domain) ? ByType.GetValueOrDefault(type) : null;

    /// <summary>ONNX's own domain has two spellings.</summary>
    public static bool IsDefaultDomain(string domain) => domain is "" or "ai.onnx";
}
