using SnnGen.Tasks.Models;

namespace SnnGen.Tasks.Tests;

public sealed class ClassNamesTests
{
    [Theory]
    [InlineData("mnist.onnx", "MnistSnn")]
    [InlineData("Models/mnist_mlp-128.v2.onnx", "MnistMlp128V2Snn")]
    [InlineData("3d net.onnx", "_3dNetSnn")]
    [InlineData("mnist_snn.onnx", "MnistSnn")]
    [InlineData("größe.onnx", "GrößeSnn")]
    [InlineData("---.onnx", "_Snn")]
    public void A_file_name_becomes_a_class_name(string file, string expected)
    {
        Assert.Equal(expected, ClassNames.FromFile(file));
        Assert.True(ClassNames.IsIdentifier(expected));
    }

    [Theory]
    [InlineData("my-app", "my_app")]
    [InlineData("Company.3d.new", "Company._3d._new")]
    [InlineData("", "")]
    public void A_root_namespace_is_made_valid(string rootNamespace, string expected) =>
        Assert.Equal(expected, ClassNames.ToNamespace(rootNamespace));

    [Theory]
    [InlineData("")]
    [InlineData("1a")]
    [InlineData("a b")]
    [InlineData("class")]
    [InlineData("a\nb")]
    [InlineData("a\u202Eb")]
    [InlineData("../a")]
    public void What_is_no_identifier_is_refused(string text) => Assert.False(ClassNames.IsIdentifier(text));

    [Fact]
    public void What_no_file_could_be_named_after_is_refused()
    {
        Assert.True(ClassNames.IsIdentifier(new string('x', 200)));
        Assert.False(ClassNames.IsIdentifier(new string('x', 201)));
    }
}
