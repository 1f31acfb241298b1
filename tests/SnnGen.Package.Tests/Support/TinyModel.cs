namespace SnnGen.Package.Tests.Support;

/// <summary>
/// An ONNX model whose answers are plain: four inputs pass through a ReLU each; class 0 sums the first two, class 1 is
/// the third, class 2 the fourth.
/// </summary>
internal static class TinyModel
{
    private const int Float = 1;

    /// <summary>Writes it.</summary>
    /// <param name="path">The .onnx file.</param>
    /// <param name="gain">Factor of the output weights: another gain is another model with the same answers.</param>
    /// <param name="operators">Operators of the hidden layer in place of <c>Relu</c>.</param>
    public static void Write(string path, float gain = 1, params string[] operators)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var graph = new ProtobufWriter();
        graph.Message(1, Node("Gemm", ["x", "w0", "b0"], "h0"));
        string[] hidden = operators.Length == 0 ? ["Relu"] : operators;
        for (int i = 0; i < hidden.Length; i++)
            graph.Message(1, Node(hidden[i], [$"h{i}"], $"h{i + 1}"));
        graph.Message(1, Node("Gemm", [$"h{hidden.Length}", "w1", "b1"], "y"));
        graph.Text(2, "tiny");
        graph.Message(5, Tensor("w0", [4, 4], [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]));
        graph.Message(5, Tensor("b0", [4], [0, 0, 0, 0]));
        graph.Message(5, Tensor("w1", [4, 3], [gain, 0, 0, gain, 0, 0, 0, gain, 0, 0, 0, gain]));
        graph.Message(5, Tensor("b1", [3], [0, 0, 0]));
        graph.Message(11, Value("x", 4));
        graph.Message(12, Value("y", 3));
        ProtobufWriter model = new ProtobufWriter()
            .Integer(1, 8)
            .Message(7, graph)
            .Message(8, new ProtobufWriter().Text(1, "").Integer(2, 17));
        File.WriteAllBytes(path, model.ToArray());
    }

    private static ProtobufWriter Node(string type, string[] inputs, string output)
    {
        var node = new ProtobufWriter();
        foreach (string input in inputs)
            node.Text(1, input);
        return node.Text(2, output).Text(3, $"{type}_{output}").Text(4, type);
    }

    private static ProtobufWriter Tensor(string name, long[] shape, float[] values)
    {
        var tensor = new ProtobufWriter();
        foreach (long extent in shape)
            tensor.Integer(1, extent);
        return tensor.Integer(2, Float).Text(8, name).Floats(9, values);
    }

    private static ProtobufWriter Value(string name, int size) => new ProtobufWriter().Text(1, name).Message(2, new ProtobufWriter().Message(
        1,
        new ProtobufWriter().Integer(1, Float).Message(2, new ProtobufWriter()
            .Message(1, new ProtobufWriter().Integer(1, 1))
            .Message(1, new ProtobufWriter().Integer(1, size)))));
}
