using SnnGen.Conversion.Import.Onnx.Protobuf;
using SnnGen.Conversion.Tests.Support.Onnx;
using DataType = SnnGen.Conversion.Import.Onnx.Protobuf.TensorProto.Types.DataType;

namespace SnnGen.Fuzzing.Seeds;

/// <summary>Small ONNX models that together use every operator which is read.</summary>
internal static class ModelSeeds
{
    private static readonly int[] s_convolutions = [1, 2, 3, 4];

    public static IEnumerable<(string Name, ModelProto Model)> All() =>
    [
        ("dense", Dense()),
        ("elementwise", Elementwise()),
        ("shapes", Shapes()),
        ("image", Image()),
        ("quantized", Quantized()),
        ("external", External()),
        .. s_convolutions.Select(seed => ($"random-{seed}", RandomConvolutions.Build(seed))),
    ];

    private static ModelProto Dense()
    {
        var b = new ModelBuilder([4]);
        string hidden = b.Node("Relu", [b.Node("Dropout", [b.Dense(b.Input, 4, 3)])]);
        return b.Finish(b.Node("ArgMax", [b.Node("Softmax", [b.Dense(hidden, 3, 2)])], ("axis", 1), ("keepdims", 0)), DataType.Int64);
    }

    private static ModelProto Elementwise()
    {
        var b = new ModelBuilder([4]);
        string[] ways =
        [
            b.Node("LeakyRelu", [b.Dense(b.Input, 4, 3)], ("alpha", 0.1f)), b.Node("Elu", [b.Dense(b.Input, 4, 3)]), b.Node("HardSigmoid", [b.Dense(b.Input, 4, 3)]),
            b.Node("Sigmoid", [b.Dense(b.Input, 4, 3)]), b.Node("Tanh", [b.Dense(b.Input, 4, 3)]), b.Node("Softplus", [b.Dense(b.Input, 4, 3)]),
            b.Node("Clip", [b.Dense(b.Input, 4, 3), b.Scalar(0), b.Scalar(6)]), b.Node("PRelu", [b.Dense(b.Input, 4, 3), b.Random(3)]),
        ];
        string sum = b.Node("Sub", [b.Node("Add", [b.Node("Sum", ways[..3]), ways[3]]), b.Node("Neg", [ways[4]])]);
        string scaled = b.Node("Div", [b.Node("Mul", [sum, b.Scalar(2)]), b.Node("Add", [b.Scalar(1), b.Node("Identity", [b.Scalar(3)])])]);
        string joined = b.Node("Concat", [scaled, ways[5], ways[6], ways[7]], ("axis", 1));
        string narrow = b.Node("BatchNormalization", [b.Node("MatMul", [joined, b.Random(12, 2)]), b.Random(2), b.Random(2), b.Random(2), b.Stored(Tensors.Floats([2], 1, 2))]);
        return b.Finish(b.Node("LogSoftmax", [narrow]));
    }

    private static ModelProto Shapes()
    {
        var b = new ModelBuilder([2, 3, 4]);
        string extent = b.Node("Gather", [b.Node("Shape", [b.Input]), b.Integers(0)], ("axis", 0));
        string product = b.Node("ReduceProd", [b.Integers(2, 3, 4)], ("keepdims", 1));
        string shape = b.Node("Concat", [extent, b.Node("Cast", [product], ("to", (int)DataType.Int64))], ("axis", 0));
        string turned = b.Node("Transpose", [b.Input], ("perm", new long[] { 0, 2, 3, 1 }));
        string part = b.Node("Slice", [turned, b.Integers(1), b.Integers(int.MaxValue), b.Integers(1), b.Integers(1)]);
        string whole = b.Node("Reshape", [b.Node("Squeeze", [b.Node("Unsqueeze", [b.Input, b.Integers(1)]), b.Integers(1)]), shape]);
        string both = b.Node("Concat", [whole, b.Node("Flatten", [part])], ("axis", 1));
        string zeros = b.Node("ConstantOfShape", [b.Integers(40)]);
        return b.Finish(b.Dense(b.Node("Relu", [b.Node("Add", [both, zeros])]), 40, 2));
    }

    private static ModelProto Image()
    {
        var b = new ModelBuilder([2, 6, 6]);
        string padded = b.Node("Pad", [b.Input, b.Integers(0, 0, 1, 1, 0, 0, 1, 1)]);
        string map = b.Node("Relu", [b.Node("Conv", [padded, b.Random(4, 1, 3, 3), b.Random(4)], ("group", 2), ("dilations", new long[] { 1, 1 }))]);
        string pooled = b.Node("MaxPool", [map], ("kernel_shape", new long[] { 2, 2 }), ("strides", new long[] { 2, 2 }), ("ceil_mode", 1));
        string average = b.Node("AveragePool", [pooled], ("kernel_shape", new long[] { 2, 2 }), ("auto_pad", "SAME_UPPER"), ("count_include_pad", 1));
        string flat = b.Node("Concat", [b.Node("Flatten", [b.Node("GlobalAveragePool", [average])]), b.Node("ReduceMean", [map], ("axes", new long[] { 2, 3 }), ("keepdims", 0))], ("axis", 1));
        return b.Finish(b.Dense(b.Node("Concat", [flat, b.Node("Flatten", [b.Node("GlobalMaxPool", [map])])], ("axis", 1)), 12, 2));
    }

    private static ModelProto Quantized()
    {
        var b = new ModelBuilder([4]);
        string input = b.Node("DequantizeLinear", [b.Node("QuantizeLinear", [b.Input, b.Scalar(0.1f)]), b.Scalar(0.1f)]);
        string weights = b.Node("DequantizeLinear", [b.Stored(Tensors.Raw<sbyte>(DataType.Int8, [4, 3], 1, -2, 3, 4, 5, -6, 7, 8, 9, 10, 11, -128)), b.Random(3)], ("axis", 1));
        return b.Finish(b.Node("MatMul", [input, weights]));
    }

    private static ModelProto External()
    {
        var b = new ModelBuilder([4]);
        return b.Finish(b.Node("MatMul", [b.Input, b.Stored(Tensors.External([4, 3], "weights.bin", "16", "48"))]));
    }
}
