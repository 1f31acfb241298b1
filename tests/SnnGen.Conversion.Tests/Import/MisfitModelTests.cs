using SnnGen.Conversion.Import.Onnx.Protobuf;
using SnnGen.Conversion.Tests.Support;
using SnnGen.Conversion.Tests.Support.Onnx;
using DataType = SnnGen.Conversion.Import.Onnx.Protobuf.TensorProto.Types.DataType;
using Dimension = SnnGen.Conversion.Import.Onnx.Protobuf.TensorShapeProto.Types.Dimension;

namespace SnnGen.Conversion.Tests.Import;

/// <summary>Shapes that do not fit, and numbers that are none.</summary>
public class MisfitModelTests
{
    [Theory]
    [InlineData("Gemm")]
    [InlineData("MatMul")]
    public void Weights_for_another_number_of_inputs(string type) => RefuseShape(
        builder => builder.Node(type, [builder.Input, builder.Random(5, 3)]), $"'{type}_0' ({type})", "[1, 4]", "5 inputs");

    [Fact]
    public void A_Gemm_of_an_image()
    {
        var builder = new ModelBuilder([2, 2]);
        Refusal.Of(builder.Finish(builder.Dense(builder.Input, 4, 3)), "SNN1004", "rank 2", "[1, 2, 2]");
    }

    [Theory]
    [InlineData(4)]
    [InlineData(3, 1)]
    [InlineData(2, 3)]
    public void A_bias_of_another_shape(params int[] shape) => RefuseShape(
        builder => builder.Node("Gemm", [builder.Input, builder.Random(4, 3), builder.Random(shape)]), "Gemm");

    [Theory]
    [InlineData(3)]
    [InlineData(2, 4)]
    public void A_summand_that_does_not_broadcast_to_the_data(params int[] shape) => RefuseShape(
        builder => builder.Node("Add", [builder.Input, builder.Random(shape)]), "'Add_0'");

    [Theory]
    [InlineData(3L, 2L)]
    [InlineData(-1L, 3L)]
    [InlineData(-1L, -1L)]
    [InlineData(-2L, -2L)]
    [InlineData(0L, 0L, 0L)]
    [InlineData(1L << 40, 1L << 40)]
    [InlineData(-1L, long.MaxValue)]
    public void An_impossible_reshape(params long[] shape) => RefuseShape(
        builder => builder.Node("Reshape", [builder.Input, builder.Integers(shape)]), "'Reshape_0'");

    [Theory]
    [InlineData("Flatten", "axis", 3)]
    [InlineData("Softmax", "axis", 2)]
    [InlineData("ArgMax", "axis", -3)]
    public void An_axis_that_the_data_does_not_have(string type, string attribute, int axis) => RefuseShape(
        builder => builder.Node(type, [builder.Dense(builder.Input, 4, 3)], (attribute, axis)), $"axis {axis}");

    [Theory]
    [InlineData(0L, 0L)]
    [InlineData(0L, 2L)]
    [InlineData(1L)]
    public void An_order_of_axes_that_is_none(params long[] order) => RefuseShape(
        builder => builder.Node("Transpose", [builder.Input], ("perm", order)), "Transpose");

    [Fact]
    public void Empty_weights() => RefuseShape(builder => builder.Node("MatMul", [builder.Input, builder.Random(4, 0)]), "empty");

    [Fact]
    public void Statistics_of_another_number_of_channels() => RefuseShape(
        builder => builder.Node("BatchNormalization", [builder.Input, builder.Random(4), builder.Random(4), builder.Random(3), builder.Random(4)]),
        "3 values for 4 channels");

    [Fact]
    public void Joined_constants_that_differ_elsewhere() => RefuseShape(
        builder => builder.Node("MatMul", [builder.Input, builder.Node("Concat", [builder.Random(4, 2), builder.Random(3, 1)], ("axis", 1))]),
        "Concat");

    [Fact]
    public void A_constant_picked_from_outside() => RefuseShape(
        builder => builder.Node("Reshape", [builder.Input, builder.Node("Gather", [builder.Integers(1, 4), builder.Integers(0, 2)])]), "Gather");

    [Fact]
    public void A_constant_too_large_to_make() => RefuseShape(
        builder => builder.Node("Add", [builder.Input, builder.Node("ConstantOfShape", [builder.Integers(1 << 14, 1 << 14)])]),
        "ConstantOfShape", "too large");

    [Fact]
    public void A_fixed_batch() =>
        RefuseInput("fixed batch of 64", new Dimension { DimValue = 64 }, new Dimension { DimValue = 4 });

    [Fact]
    public void A_symbolic_extent_after_the_batch() =>
        RefuseInput("'width'", new Dimension { DimParam = "N" }, new Dimension { DimParam = "width" });

    [Fact]
    public void An_input_of_unknown_rank() => RefuseInput("no shape");

    [Fact]
    public void An_input_too_large() => RefuseInput(
        "too large", new Dimension { DimValue = 1 }, new Dimension { DimValue = 1 << 20 }, new Dimension { DimValue = 1 << 20 });

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void Weights_that_are_not_finite(float value)
    {
        var builder = new ModelBuilder([4]);
        TensorProto weights = Tensors.Floats([4, 3], builder.RandomValues(4, 3));
        weights.FloatData[7] = value;
        string product = builder.Node("MatMul", [builder.Input, builder.Stored(weights)]);
        Refusal.Of(builder.Finish(builder.Node("Add", [product, builder.Random(3)])), "SNN1005", "'w0'", "'MatMul_0'");
    }

    [Fact]
    public void A_bias_that_is_not_finite()
    {
        var builder = new ModelBuilder([4]);
        string bias = builder.Stored(Tensors.Raw(DataType.Double, [3], 1, double.NaN, 2));
        Refusal.Of(builder.Finish(builder.Node("Gemm", [builder.Input, builder.Random(4, 3), bias])), "SNN1005", "'w0'");
    }

    [Fact]
    public void A_division_by_zero()
    {
        var builder = new ModelBuilder([4]);
        string scaled = builder.Node("Div", [builder.Dense(builder.Input, 4, 3), builder.Scalar(0)]);
        Refusal.Of(builder.Finish(scaled), "SNN1005", "'Gemm_0'", "divisors");
    }

    [Fact]
    public void A_negative_variance()
    {
        var builder = new ModelBuilder([4]);
        string variance = builder.Stored(Tensors.Floats([3], 1, -1, 1));
        string[] parameters = [builder.Random(3), builder.Random(3), builder.Random(3), variance];
        Refusal.Of(
            builder.Finish(builder.Node("BatchNormalization", [builder.Dense(builder.Input, 4, 3), .. parameters])), "SNN1005", "'Gemm_0'", "variances");
    }

    private static void RefuseShape(Func<ModelBuilder, string> build, params string[] fragments)
    {
        var builder = new ModelBuilder([4]);
        Refusal.Of(builder.Finish(build(builder)), "SNN1004", fragments);
    }

    private static void RefuseInput(string fragment, params Dimension[] dimensions)
    {
        var builder = new ModelBuilder([4]);
        string output = builder.Dense(builder.Input, 4, 3);
        TensorShapeProto shape = builder.Graph.Input[0].Type.TensorType.Shape;
        shape.Dim.Clear();
        shape.Dim.AddRange(dimensions);
        Refusal.Of(builder.Finish(output), "SNN1004", "'x'", fragment);
    }
}
