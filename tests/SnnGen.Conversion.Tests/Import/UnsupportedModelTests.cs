using SnnGen.Conversion.Import.Onnx;
using SnnGen.Conversion.Import.Onnx.Protobuf;
using SnnGen.Conversion.Tests.Support;
using SnnGen.Conversion.Tests.Support.Onnx;
using DataType = SnnGen.Conversion.Import.Onnx.Protobuf.TensorProto.Types.DataType;

namespace SnnGen.Conversion.Tests.Import;

/// <summary>Sound models with something that has no spiking counterpart.</summary>
public class UnsupportedModelTests
{
    [Fact]
    public void Every_unsupported_node_is_named_at_once()
    {
        var builder = new ModelBuilder([1, 4, 4]);
        string data = builder.Node("ConvTranspose", [builder.Input, builder.Random(1, 2, 3, 3)]);
        data = builder.Node("LRN", [data]);
        data = builder.Node("ConvTranspose", [data, builder.Random(2, 2, 1, 1)]);
        data = builder.Node("Flatten", [data]);
        data = builder.Node("Erf", [builder.Dense(data, 2, 3)]);
        builder.Graph.Node[^1].Domain = "com.example";
        Refusal.Of(
            builder.Finish(data), "SNN1003",
            "ConvTranspose ('ConvTranspose_0', 'ConvTranspose_2')", "LRN ('LRN_1')", "com.example.Erf ('Erf_5')", "Supported are Add, ");
    }

    [Fact]
    public void Unsupported_forms_are_named_together_with_unsupported_operators()
    {
        var builder = new ModelBuilder([4]);
        string data = builder.Node("Gemm", [builder.Input, builder.Random(4, 3)], ("transA", 1));
        data = builder.Node("Softsign", [data]);
        Refusal.Of(builder.Finish(data), "SNN1003", "Gemm ('Gemm_0'): it transposes the data", "Softsign ('Softsign_1')");
    }

    [Fact]
    public void A_supported_name_in_another_domain_is_another_operator()
    {
        var builder = new ModelBuilder([4]);
        string output = builder.Node("Relu", [builder.Dense(builder.Input, 4, 3)]);
        builder.Graph.Node[^1].Domain = "com.microsoft";
        Refusal.Of(builder.Finish(builder.Dense(output, 3, 2)), "SNN1003", "com.microsoft.Relu ('Relu_1')");
    }

    [Fact]
    public void Nodes_that_nothing_needs_may_be_of_any_kind()
    {
        var builder = new ModelBuilder([4]);
        builder.Node("Erf", [builder.Input]);
        ModelProto model = builder.Finish(builder.Dense(builder.Input, 4, 3));
        OnnxAgreement.Verify(model);
    }

    [Fact]
    public void Two_outputs()
    {
        var builder = new ModelBuilder([4]);
        string hidden = builder.Dense(builder.Input, 4, 3);
        builder.Finish(hidden);
        Refusal.Of(builder.Finish(builder.Dense(hidden, 3, 2)), "SNN1003", "2 outputs ('t0', 't1')");
    }

    [Fact]
    public void No_output()
    {
        var builder = new ModelBuilder([4]);
        builder.Dense(builder.Input, 4, 3);
        Refusal.Of(builder.Model, "SNN1003", "0 outputs");
    }

    [Fact]
    public void Two_inputs()
    {
        var builder = new ModelBuilder([4]);
        ValueInfoProto second = builder.Graph.Input[0].Clone();
        second.Name = "mask";
        builder.Graph.Input.Add(second);
        Refusal.Of(builder.Finish(builder.Dense(builder.Input, 4, 3)), "SNN1003", "2 inputs ('x', 'mask')");
    }

    [Fact]
    public void No_input()
    {
        var builder = new ModelBuilder([4]);
        builder.Graph.Input.Clear();
        Refusal.Of(builder.Finish(builder.Node("Identity", [builder.Random(1, 4)])), "SNN1003", "0 inputs");
    }

    [Fact]
    public void An_output_that_is_constant()
    {
        var builder = new ModelBuilder([4]);
        Refusal.Of(builder.Finish(builder.Node("Identity", [builder.Random(1, 4)])), "SNN1003", "does not depend on the values of the input");
    }

    [Theory]
    [InlineData(0f, 0f, "[0, 0]")]
    [InlineData(2f, 1f, "[2, 1]")]
    [InlineData(0f, float.NaN, "not a number")]
    public void A_clip_that_leaves_nothing(float minimum, float maximum, string fragment)
    {
        var builder = new ModelBuilder([4]);
        string hidden = builder.Node("Clip", [builder.Dense(builder.Input, 4, 3), builder.Scalar(minimum), builder.Scalar(maximum)]);
        Refusal.Of(builder.Finish(builder.Dense(hidden, 3, 2)), "SNN1003", "Clip_1", fragment);
    }

    [Fact]
    public void A_softmax_before_other_layers()
    {
        var builder = new ModelBuilder([4]);
        string first = builder.Node("Softmax", [builder.Dense(builder.Input, 4, 3)]);
        Refusal.Of(builder.Finish(builder.Dense(first, 3, 2)), "SNN1003", "Gemm ('Gemm_2')", "'Softmax_1', which is supported only at the end");
    }

    [Theory]
    [InlineData("Mul")]
    [InlineData("Div")]
    public void Arithmetic_of_data_that_is_not_linear(string type)
    {
        var builder = new ModelBuilder([4]);
        string left = builder.Dense(builder.Input, 4, 3), right = builder.Dense(builder.Input, 4, 3);
        Refusal.Of(builder.Finish(builder.Node(type, [left, right])), "SNN1003", $"{type} ('{type}_2')", "both of its inputs");
    }

    [Fact]
    public void Data_that_broadcasts()
    {
        var builder = new ModelBuilder([4]);
        string left = builder.Dense(builder.Input, 4, 3), right = builder.Dense(builder.Input, 4, 1);
        Refusal.Of(builder.Finish(builder.Node("Add", [left, right])), "SNN1003", "Add ('Add_2')", "broadcasts");
    }

    [Fact]
    public void A_second_output_of_a_node_that_is_used()
    {
        var builder = new ModelBuilder([4]);
        builder.Node("Dropout", [builder.Dense(builder.Input, 4, 3)]);
        builder.Graph.Node[^1].Output.Add("mask");
        Refusal.Of(builder.Finish("mask", DataType.Bool), "SNN1003", "'Dropout_1'", "side output 'mask'");
    }

    [Theory]
    [InlineData("Softmax", 12, 0)]
    [InlineData("ArgMax", 17, 0)]
    public void A_decision_over_a_part_of_the_outputs(string type, int opset, int axis)
    {
        var builder = new ModelBuilder([4], opset);
        string output = builder.Dense(builder.Input, 4, 6);
        string shaped = builder.Node("Reshape", [output, builder.Integers(2, 3)]);
        string decision = builder.Node(type, [shaped], ("axis", type == "Softmax" ? 1 : axis));
        Refusal.Of(builder.Finish(decision), "SNN1003", $"{type} ('{type}_2')", "of 6 outputs");
    }

    [Fact]
    public void A_matrix_applied_to_several_rows_of_an_input()
    {
        var builder = new ModelBuilder([2, 4]);
        Refusal.Of(builder.Finish(builder.Node("MatMul", [builder.Input, builder.Random(4, 3)])), "SNN1003", "2 rows", "flatten");
    }

    [Fact]
    public void Data_on_the_right_of_a_matrix()
    {
        var builder = new ModelBuilder([4]);
        string column = builder.Node("Transpose", [builder.Input]);
        Refusal.Of(builder.Finish(builder.Node("MatMul", [builder.Random(3, 4), column])), "SNN1003", "must be the data");
    }

    [Fact]
    public void Arithmetic_on_integers()
    {
        var builder = new ModelBuilder([4]);
        builder.Graph.Input[0].Type.TensorType.ElemType = (int)DataType.Int32;
        Refusal.Of(builder.Finish(builder.Node("MatMul", [builder.Input, builder.Random(4, 3)])), "SNN1003", "integers", "cast");
    }

    [Theory]
    [InlineData((int)DataType.Int32, "rounds the data")]
    [InlineData((int)DataType.String, "String")]
    [InlineData(17, "17")]
    public void A_cast_that_changes_the_data(int type, string fragment)
    {
        var builder = new ModelBuilder([4]);
        string cast = builder.Node("Cast", [builder.Input], ("to", type));
        Refusal.Of(builder.Finish(builder.Dense(cast, 4, 3)), "SNN1003", "Cast ('Cast_0')", fragment);
    }

    [Fact]
    public void Weights_cast_to_a_type_that_is_not_read()
    {
        var builder = new ModelBuilder([4]);
        string weights = builder.Node("Cast", [builder.Random(4, 3)], ("to", 17));
        Refusal.Of(builder.Finish(builder.Node("MatMul", [builder.Input, weights])), "SNN1003", "Cast ('Cast_0')", "17");
    }

    [Fact]
    public void A_division_by_the_data()
    {
        var builder = new ModelBuilder([4]);
        string inverse = builder.Node("Div", [builder.Scalar(1), builder.Input]);
        Refusal.Of(builder.Finish(builder.Dense(inverse, 4, 3)), "SNN1003", "divides by the data");
    }

    [Fact]
    public void Nodes_in_training_mode()
    {
        var builder = new ModelBuilder([4]);
        string isTraining = builder.Stored(Tensors.Raw(DataType.Bool, [], true));
        string data = builder.Node("Dropout", [builder.Dense(builder.Input, 4, 3), "", isTraining]);
        string[] parameters = [.. Enumerable.Range(0, 4).Select(_ => builder.Random(3))];
        data = builder.Node("BatchNormalization", [data, .. parameters], ("training_mode", 1));
        Refusal.Of(builder.Finish(data), "SNN1003", "Dropout ('Dropout_1'): it was exported in training mode");
    }

    [Fact]
    public void Weights_that_depend_on_the_input()
    {
        var builder = new ModelBuilder([4]);
        Refusal.Of(builder.Finish(builder.Node("MatMul", [builder.Input, builder.Input])), "SNN1003", "must be constant");
    }

    [Fact]
    public void A_constant_that_is_sparse()
    {
        var builder = new ModelBuilder([4]);
        string weights = builder.Node("Constant", []);
        builder.Graph.Node[^1].Attribute.Add(new AttributeProto { Name = "sparse_value", SparseTensor = new SparseTensorProto() });
        Refusal.Of(builder.Finish(builder.Node("MatMul", [builder.Input, weights])), "SNN1003", "Constant ('Constant_0')", "sparse");
    }

    [Fact]
    public void The_message_names_every_operator_of_the_table()
    {
        var builder = new ModelBuilder([4]);
        Refusal.Of(
            builder.Finish(builder.Node("Erf", [builder.Input])), "SNN1003",
            [.. SupportedOperators.Table.Select(row => row.Type)]);
    }
}
