using SnnGen.Conversion.Tests.Support.Onnx;

namespace SnnGen.Conversion.Tests.Import;

/// <summary>The forms in which exporters write a dense layer.</summary>
public class DenseLayerTests
{
    [Theory]
    [InlineData(0, 1f, 1f)]
    [InlineData(1, 1f, 1f)]
    [InlineData(0, 0.5f, -2f)]
    [InlineData(1, -3f, 0f)]
    public void Gemm(int transB, float alpha, float beta)
    {
        var builder = new ModelBuilder([4]);
        string weights = transB == 0 ? builder.Random(4, 3) : builder.Random(3, 4);
        OnnxAgreement.Verify(builder.Finish(builder.Node(
            "Gemm", [builder.Input, weights, builder.Random(3)], ("transA", 0), ("transB", transB), ("alpha", alpha), ("beta", beta))));
    }

    [Theory]
    [InlineData()]
    [InlineData(1)]
    [InlineData(1, 1)]
    [InlineData(1, 3)]
    public void Gemm_with_a_bias_that_broadcasts(params int[] shape)
    {
        var builder = new ModelBuilder([4]);
        OnnxAgreement.Verify(builder.Finish(builder.Node("Gemm", [builder.Input, builder.Random(4, 3), builder.Random(shape)])));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Gemm_without_bias(bool isNamedEmpty)
    {
        var builder = new ModelBuilder([4], opset: 11);
        string[] bias = isNamedEmpty ? [""] : [];
        OnnxAgreement.Verify(builder.Finish(builder.Node("Gemm", [builder.Input, builder.Random(4, 3), .. bias])));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void MatMul_and_Add(bool isBiasFirst)
    {
        var builder = new ModelBuilder([4]);
        string product = builder.Node("MatMul", [builder.Input, builder.Random(4, 3)]), bias = builder.Random(3);
        OnnxAgreement.Verify(builder.Finish(builder.Node("Add", isBiasFirst ? [bias, product] : [product, bias])));
    }

    [Fact]
    public void MatMul_of_data_of_rank_3_with_one_row()
    {
        var builder = new ModelBuilder([1, 4]);
        OnnxAgreement.Verify(builder.Finish(builder.Node("MatMul", [builder.Input, builder.Random(4, 3)])));
    }

    [Fact]
    public void MatMul_of_data_without_batch()
    {
        var builder = new ModelBuilder([]);
        builder.Graph.Input[0].Type.TensorType.Shape.Dim[0].DimValue = 4;
        OnnxAgreement.Verify(builder.Finish(builder.Node("MatMul", [builder.Input, builder.Random(4, 3)])));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Weights_that_pass_through_Transpose(bool hasOrder)
    {
        var builder = new ModelBuilder([4]);
        (string, object)[] order = hasOrder ? [("perm", new long[] { 1, 0 })] : [];
        string weights = builder.Node("Transpose", [builder.Random(3, 4)], order);
        OnnxAgreement.Verify(builder.Finish(builder.Node("MatMul", [builder.Input, weights])));
    }

    [Fact]
    public void Weights_made_of_shifted_and_joined_constants()
    {
        var builder = new ModelBuilder([4]);
        string halves = builder.Node("Concat", [builder.Random(4, 2), builder.Random(4, 1)], ("axis", -1));
        string shifted = builder.Node("Sub", [halves, builder.Random(4, 1)]);
        string scaled = builder.Node("Div", [builder.Random(3), builder.Node("Mul", [shifted, shifted])]);
        OnnxAgreement.Verify(builder.Finish(builder.Node("MatMul", [builder.Input, scaled])));
    }

    [Fact]
    public void Two_layers_without_activation_between_them_become_one()
    {
        var builder = new ModelBuilder([4]);
        OnnxAgreement.Verify(builder.Finish(builder.Dense(builder.Dense(builder.Input, 4, 5), 5, 3)));
    }

    [Fact]
    public void Initializers_that_are_listed_as_inputs_too()
    {
        var builder = new ModelBuilder([4], opset: 8);
        string output = builder.Dense(builder.Input, 4, 3);
        foreach (string weights in builder.Graph.Initializer.Select(tensor => tensor.Name))
        {
            builder.Graph.Input.Insert(0, builder.Graph.Input[^1].Clone());
            builder.Graph.Input[0].Name = weights;
            builder.Graph.Input[0].Type.TensorType.Shape = null;
        }
        OnnxAgreement.Verify(builder.Finish(output));
    }

    [Theory]
    [InlineData("/fc1/Gemm output:0")]
    [InlineData("слой 1")]
    [InlineData("層/出力 \u001b[31m\n\"quoted\" {brace} <tag> \\")]
    public void Any_name_will_do(string name)
    {
        var builder = new ModelBuilder([4]);
        string hidden = builder.Node("Relu", [builder.Dense(builder.Input, 4, 5)]);
        string output = builder.Dense(hidden, 5, 3);
        (builder.Graph.Node[0].Name, builder.Graph.Node[1].Name, builder.Graph.Node[2].Name) = (name, name + "'", "");
        builder.Graph.Node[^1].Output[0] = output = name;
        OnnxAgreement.Verify(builder.Finish(output));
    }
}
