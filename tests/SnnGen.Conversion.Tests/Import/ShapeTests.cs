using SnnGen.Conversion.Import.Onnx.Protobuf;
using SnnGen.Conversion.Tests.Support.Onnx;

namespace SnnGen.Conversion.Tests.Import;

/// <summary>How exporters bring an image into the one row that a dense layer takes.</summary>
public class ShapeTests
{
    private const int Size = 2 * 3 * 4;

    [Theory]
    [InlineData(1)]
    [InlineData(-3)]
    [InlineData(0)]
    public void Flatten(int axis) => Verify(builder => builder.Node("Flatten", [builder.Input], ("axis", axis)));

    [Fact]
    public void Flatten_of_a_row_after_its_last_axis() => Verify(
        builder => builder.Node("Transpose", [builder.Node("Flatten", [builder.Input], ("axis", 4))]));

    [Theory]
    [InlineData(1L, 24L)]
    [InlineData(-1L, 24L)]
    [InlineData(1L, -1L)]
    [InlineData(0L, -1L)]
    [InlineData(0L, 24L)]
    public void Reshape_to_a_constant(params long[] shape) =>
        Verify(builder => builder.Node("Reshape", [builder.Input, builder.Integers(shape)]));

    [Fact]
    public void Reshape_that_copies_every_extent_before_the_flattening() => Verify(builder => builder.Node(
        "Flatten", [builder.Node("Reshape", [builder.Input, builder.Integers(0, 0, 0, -1)], ("allowzero", 0))]));

    [Fact]
    public void Reshape_to_the_batch_of_the_input_as_PyTorch_writes_it() => Verify(builder =>
    {
        string shape = builder.Node("Shape", [builder.Input]);
        string batch = builder.Node("Gather", [shape, Constant(builder, Tensors.Raw(TensorProto.Types.DataType.Int64, [], 0L))], ("axis", 0));
        string extents = builder.Node("Concat", [Unsqueeze(builder, batch), builder.Integers(-1)], ("axis", 0));
        return builder.Node("Reshape", [builder.Input, extents]);
    });

    [Fact]
    public void Reshape_to_a_slice_of_the_shape_and_the_product_of_the_rest() => Verify(builder =>
    {
        string shape = builder.Node("Shape", [builder.Input]);
        string batch = builder.Node("Slice", [shape, builder.Integers(0), builder.Integers(1), builder.Integers(0)]);
        string rest = builder.Node("Slice", [shape, builder.Integers(1), builder.Integers(long.MaxValue)]);
        string product = builder.Node("ReduceProd", [rest], ("keepdims", 1));
        string extents = builder.Node("Concat", [batch, product], ("axis", 0));
        return builder.Node("Reshape", [builder.Input, builder.Node("Cast", [extents], ("to", 7))]);
    });

    [Fact]
    public void Reshape_to_a_part_of_the_shape_taken_by_Shape_itself() => Verify(builder =>
    {
        string batch = builder.Node("Shape", [builder.Input], ("start", -4), ("end", 1));
        return builder.Node("Reshape", [builder.Input, builder.Node("Concat", [batch, builder.Integers(Size)], ("axis", 0))]);
    });

    [Fact]
    public void Reshape_to_a_filled_shape() => Verify(builder =>
    {
        string ones = builder.Node("ConstantOfShape", [builder.Integers(2)], ("value", Tensors.Integers(1)));
        string extents = builder.Node("Mul", [ones, builder.Integers(1, -1)]);
        return builder.Node("Reshape", [builder.Input, extents]);
    });

    [Theory]
    [InlineData(10)]
    [InlineData(ModelBuilder.CommonOpset)]
    public void Squeeze_and_Unsqueeze(int opset)
    {
        var builder = new ModelBuilder([1, 4, 1], opset);
        string row = opset < 13
            ? builder.Node("Squeeze", [builder.Input], ("axes", new long[] { 1, -1 }))
            : builder.Node("Squeeze", [builder.Input, builder.Integers(1, -1)]);
        string deep = opset < 13
            ? builder.Node("Unsqueeze", [row], ("axes", new long[] { 0, 3 }))
            : builder.Node("Unsqueeze", [row, builder.Integers(0, -1)]);
        string flat = builder.Node("Reshape", [deep, builder.Integers(1, 4)]);
        OnnxAgreement.Verify(builder.Finish(builder.Dense(flat, 4, 3)));
    }

    [Fact]
    public void Squeeze_of_all_and_MatMul_of_a_vector()
    {
        var builder = new ModelBuilder([1, 4, 1]);
        OnnxAgreement.Verify(builder.Finish(builder.Node("MatMul", [builder.Node("Squeeze", [builder.Input]), builder.Random(4, 3)])));
    }

    [Fact]
    public void Transpose_of_data_where_only_extents_of_1_move()
    {
        var builder = new ModelBuilder([1, 2, 3]);
        string channelsLast = builder.Node("Transpose", [builder.Input], ("perm", new long[] { 0, 2, 3, 1 }));
        OnnxAgreement.Verify(builder.Finish(builder.Dense(builder.Node("Flatten", [channelsLast]), 6, 3)));
    }

    [Theory]
    [InlineData("symbolic")]
    [InlineData("unnamed")]
    [InlineData("1")]
    public void Any_batch(string batch)
    {
        var builder = new ModelBuilder([4]);
        TensorShapeProto.Types.Dimension dimension = builder.Graph.Input[0].Type.TensorType.Shape.Dim[0];
        if (batch == "unnamed")
            dimension.ClearValue();
        if (batch == "1")
            dimension.DimValue = 1;
        OnnxAgreement.Verify(builder.Finish(builder.Dense(builder.Input, 4, 3)));
    }

    [Fact]
    public void Indices_into_constants_may_be_negative_and_of_any_rank() => Verify(builder =>
    {
        string table = builder.Stored(Tensors.Raw(TensorProto.Types.DataType.Int64, [2, 2], Size, 7L, 1L, 5L));
        string column = builder.Node("Gather", [table, builder.Integers(-2)], ("axis", 1));
        string reversed = builder.Node(
            "Slice", [column, builder.Integers(-1), builder.Integers(long.MinValue), builder.Integers(0), builder.Integers(-1)]);
        string row = builder.Node("Flatten", [reversed], ("axis", 0));
        return builder.Node("Reshape", [builder.Input, builder.Node("Squeeze", [row, builder.Integers(0)])]);
    });

    private static string Unsqueeze(ModelBuilder builder, string scalar) => builder.Node("Unsqueeze", [scalar, builder.Integers(0)]);

    private static string Constant(ModelBuilder builder, TensorProto value) => builder.Node("Constant", [], ("value", value));

    /// <summary>A 2 × 3 × 4 input, <paramref name="flatten"/>, and a dense layer.</summary>
    private static void Verify(Func<ModelBuilder, string> flatten)
    {
        var builder = new ModelBuilder([2, 3, 4]);
        OnnxAgreement.Verify(builder.Finish(builder.Dense(flatten(builder), Size, 3)));
    }
}
