using Google.Protobuf;
using SnnGen.Conversion.Import.Onnx.Protobuf;
using DataType = SnnGen.Conversion.Import.Onnx.Protobuf.TensorProto.Types.DataType;
using Dimension = SnnGen.Conversion.Import.Onnx.Protobuf.TensorShapeProto.Types.Dimension;

namespace SnnGen.Conversion.Tests.Support.Onnx;

/// <summary>Puts an ONNX model together, node by node, with random weights that are the same in every run.</summary>
internal sealed class ModelBuilder
{
    /// <summary>Operator set of a test that is about something else.</summary>
    public const int CommonOpset = 17;

    private readonly Random _random = new(1);

    /// <param name="sample">Shape of one input; the batch is symbolic.</param>
    /// <param name="opset">Version of the operator set.</param>
    public ModelBuilder(int[] sample, int opset = CommonOpset)
    {
        Model = new ModelProto { IrVersion = 8, Graph = new GraphProto { Name = "graph" } };
        Model.OpsetImport.Add(new OperatorSetIdProto { Domain = "", Version = opset });
        Graph.Input.Add(Declare(Input, DataType.Float));
        TensorShapeProto shape = Graph.Input[0].Type.TensorType.Shape = new TensorShapeProto();
        shape.Dim.Add(new Dimension { DimParam = "N" });
        shape.Dim.AddRange(sample.Select(extent => new Dimension { DimValue = extent }));
    }

    /// <summary>The model so far, for what the other members do not cover.</summary>
    public ModelProto Model { get; }

    public GraphProto Graph => Model.Graph;

    /// <summary>Name of the input tensor.</summary>
    public string Input { get; } = "x";

    /// <summary>A dense layer as most exporters write it, n inputs and m outputs.</summary>
    public string Dense(string data, int inputs, int outputs) =>
        Node("Gemm", [data, Random(inputs, outputs), Random(outputs)]);

    /// <summary>Adds a node; its only output is the result.</summary>
    public string Node(string type, string[] inputs, params (string Name, object Value)[] attributes)
    {
        var node = new NodeProto { OpType = type, Name = $"{type}_{Graph.Node.Count}" };
        node.Input.AddRange(inputs);
        node.Output.Add($"t{Graph.Node.Count}");
        node.Attribute.AddRange(attributes.Select(attribute => Attribute(attribute.Name, attribute.Value)));
        Graph.Node.Add(node);
        return node.Output[0];
    }

    /// <summary>An initializer with values in −1…1.</summary>
    public string Random(params int[] shape) => Stored(Tensors.Floats(shape, RandomValues(shape)));

    /// <summary>As many values in −1…1 as <paramref name="shape"/> needs.</summary>
    public float[] RandomValues(params int[] shape) =>
        [.. Enumerable.Range(0, shape.Aggregate(1, (a, b) => a * b)).Select(_ => (float)(2 * _random.NextDouble() - 1))];

    /// <summary>An initializer of one-dimensional integers: a shape, axes.</summary>
    public string Integers(params long[] values) => Stored(Tensors.Integers(values));

    /// <summary>An initializer without dimensions.</summary>
    public string Scalar(float value) => Stored(Tensors.Floats([], value));

    /// <summary>Adds an initializer and gives it a name where it has none.</summary>
    public string Stored(TensorProto tensor)
    {
        if (tensor.Name.Length == 0)
            tensor.Name = $"w{Graph.Initializer.Count}";
        Graph.Initializer.Add(tensor);
        return tensor.Name;
    }

    /// <summary>The model whose output is <paramref name="output"/>.</summary>
    public ModelProto Finish(string output, DataType type = DataType.Float)
    {
        Graph.Output.Add(Declare(output, type));
        return Model;
    }

    private static ValueInfoProto Declare(string name, DataType type) =>
        new() { Name = name, Type = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = (int)type } } };

    private static AttributeProto Attribute(string name, object value)
    {
        var attribute = new AttributeProto { Name = name };
        switch (value)
        {
            case int or long:
                (attribute.Type, attribute.I) = (AttributeProto.Types.AttributeType.Int, Convert.ToInt64(value));
                break;
            case float number:
                (attribute.Type, attribute.F) = (AttributeProto.Types.AttributeType.Float, number);
                break;
            case string text:
                (attribute.Type, attribute.S) = (AttributeProto.Types.AttributeType.String, ByteString.CopyFromUtf8(text));
                break;
            case long[] integers:
                attribute.Type = AttributeProto.Types.AttributeType.Ints;
                attribute.Ints.AddRange(integers);
                break;
            case float[] numbers:
                attribute.Type = AttributeProto.Types.AttributeType.Floats;
                attribute.Floats.AddRange(numbers);
                break;
            case TensorProto tensor:
                (attribute.Type, attribute.T) = (AttributeProto.Types.AttributeType.Tensor, tensor);
                break;
            default:
                throw new ArgumentException($"no attribute holds a {value.GetType()}", nameof(value));
        }
        return attribute;
    }
}
