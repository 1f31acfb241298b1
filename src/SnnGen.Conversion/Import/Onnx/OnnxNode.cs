using SnnGen.Conversion.Analog.Folding;
using SnnGen.Conversion.Diagnostics;
using SnnGen.Conversion.Import.Onnx.Protobuf;

namespace SnnGen.Conversion.Import.Onnx;

/// <summary>A node with its inputs resolved: everything an operator may ask for.</summary>
/// <param name="file">The model file, for complaints.</param>
/// <param name="name">Name of the node, unique in the graph.</param>
/// <param name="node">The node in the file.</param>
/// <param name="opset">Version of the operator set.</param>
/// <param name="inputs">One entry an input; null where an optional input is left out.</param>
/// <param name="layers">The layers found so far.</param>
internal sealed class OnnxNode(
    string file, string name, NodeProto node, long opset, IReadOnlyList<GraphValue?> inputs, LayerList layers)
{
    /// <summary>Name of the node, unique in the graph.</summary>
    public string Name => name;

    /// <summary>Version of the operator set.</summary>
    public long Opset => opset;

    /// <summary>The layers found so far.</summary>
    public LayerList Layers => layers;

    /// <summary>Number of inputs, left-out ones included; the first counts even where a node has none, and is missing then.</summary>
    public int InputCount => Math.Max(1, inputs.Count);

    /// <summary>Input <paramref name="index"/>, or null where it is left out.</summary>
    public GraphValue? Input(int index) => index < inputs.Count ? inputs[index] : null;

    /// <summary>Input <paramref name="index"/>, which must be there and depend on the network's input.</summary>
    public DataTensor Data(int index) => Input(index) switch
    {
        DataTensor data => data,
        null => throw Missing(index),
        _ => throw new UnsupportedNodeException($"its input {index} must be the data, not a constant"),
    };

    /// <summary>As <see cref="Data"/>, of a floating-point type and not after a decision: what arithmetic needs.</summary>
    public DataTensor FloatData(int index)
    {
        DataTensor data = Data(index);
        if (data.Decision is { } decision)
            throw new UnsupportedNodeException($"it comes after '{decision}', which is supported only at the end of the network");
        return data.IsFloat ? data : throw new UnsupportedNodeException("it computes with integers; cast the input to float first");
    }

    /// <summary>Input <paramref name="index"/>, which must be there and constant.</summary>
    public ConstantTensor Constant(int index) => OptionalConstant(index) ?? throw Missing(index);

    /// <summary>Input <paramref name="index"/>, which must be constant if it is there.</summary>
    public ConstantTensor? OptionalConstant(int index) => Input(index) switch
    {
        null => null,
        ConstantTensor constant => constant,
        _ => throw new UnsupportedNodeException($"its input {index} must be constant"),
    };

    /// <summary>As <see cref="Constant"/>, and every value is finite.</summary>
    public ConstantTensor Weights(int index)
    {
        ConstantTensor weights = Constant(index);
        return weights.Values.All(double.IsFinite) ? weights : throw new ConversionException(
            DiagnosticDescriptors.NonFiniteWeights, file,
            $"'{weights.Origin}', used by '{name}', holds NaN or infinity; check the training, or clamp the values before the export");
    }

    /// <summary>Text attribute.</summary>
    public string Text(string attribute, string otherwise) => Attribute(attribute)?.S.ToStringUtf8() ?? otherwise;

    /// <summary>Integer attribute.</summary>
    public long Integer(string attribute, long otherwise) => Attribute(attribute)?.I ?? otherwise;

    /// <summary>Floating-point attribute.</summary>
    public double Number(string attribute, double otherwise) => Attribute(attribute)?.F ?? otherwise;

    /// <summary>Attribute with a list of integers, or null where it is not given.</summary>
    public long[]? Integers(string attribute) => Attribute(attribute)?.Ints.ToArray();

    /// <summary>The attribute itself, or null where it is not given.</summary>
    public AttributeProto? Attribute(string attribute) => node.Attribute.FirstOrDefault(candidate => candidate.Name == attribute);

    /// <summary>Decodes a tensor held in an attribute.</summary>
    public ConstantTensor Decode(TensorProto tensor) => new TensorDecoder(file).Decode(tensor, name);

    /// <summary>A possibly negative axis as 0…rank − 1.</summary>
    public int Axis(long axis, int rank) => axis >= -rank && axis < rank
        ? (int)(axis < 0 ? axis + rank : axis)
        : throw ShapeError($"axis {axis} is outside a tensor of rank {rank}");

    /// <summary>Extents computed by an operator, checked.</summary>
    /// <exception cref="UnfoldableException">A tensor of them is more than the model may still compute.</exception>
    public int[] Shape(IEnumerable<long> dimensions) =>
        Counted(Extents.Checked(dimensions) ?? throw ShapeError($"the shape {Extents.Text(dimensions)} is negative or too large"));

    /// <summary>The shape both broadcast to.</summary>
    /// <exception cref="UnfoldableException">A tensor of it is more than the model may still compute.</exception>
    public int[] Broadcast(IReadOnlyList<int> left, IReadOnlyList<int> right) => Counted(Extents.Broadcast(left, right)
        ?? throw ShapeError($"{Extents.Text(left)} and {Extents.Text(right)} do not fit together"));

    /// <summary>Shapes at this node do not fit.</summary>
    public ConversionException ShapeError(string problem) => new(
        DiagnosticDescriptors.ShapeMismatch, file, $"node '{name}' ({node.OpType}): {problem}; check the export of the model");

    private int[] Counted(int[] shape)
    {
        layers.Budget.TakeNumbers(Extents.Count(shape));
        return shape;
    }

    private ConversionException Missing(int index) => new(
        DiagnosticDescriptors.ModelCorrupt, file, $"node '{name}' ({node.OpType}) lacks its input {index}; export the model again");
}
