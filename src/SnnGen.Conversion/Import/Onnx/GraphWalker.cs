using System.Collections.Immutable;
using SnnGen.Conversion.Analog;
using SnnGen.Conversion.Analog.Folding;
using SnnGen.Conversion.Diagnostics;
using SnnGen.Conversion.Import.Onnx.Protobuf;
using SnnGen.Spiking;

namespace SnnGen.Conversion.Import.Onnx;

/// <summary>
/// Walks a graph once, in order: folds what is constant, infers shapes, and folds what depends on the input into layers;
/// collects everything that stands against it.
/// </summary>
internal sealed class GraphWalker
{
    private readonly string _file;
    private readonly GraphProto _graph;
    private readonly long _opset;
    private readonly FoldingBudget _budget;
    private readonly Dictionary<string, TensorProto> _initializers = [];
    private readonly Dictionary<string, GraphValue> _values = [];
    private readonly HashSet<string> _used = [];
    private readonly Dictionary<string, NamedNode> _sideOutputs = [];
    private readonly List<NodeProblem> _nodeProblems = [];
    private readonly List<string> _problems = [];

    private GraphWalker(string file, ModelProto model)
    {
        (_file, _graph, _opset) = (file, model.Graph, Opset(file, model));
        _budget = new FoldingBudget(model.CalculateSize() + ExternalData.TotalLength(file, _graph.Initializer));
    }

    /// <summary>The network of <paramref name="model"/>, read from <paramref name="file"/>.</summary>
    /// <exception cref="ConversionException">SNN1002 to SNN1005.</exception>
    public static AnalogNetwork Walk(string file, ModelProto model) =>
        new GraphWalker(file, model).Walk();

    private static long Opset(string file, ModelProto model)
    {
        long? version = model.OpsetImport.FirstOrDefault(set => SupportedOperators.IsDefaultDomain(set.Domain))?.Version;
        if (version is >= SupportedOperators.MinimumOpset and <= SupportedOperators.MaximumOpset)
            return version.Value;
        throw version is null
            ? new ConversionException(DiagnosticDescriptors.ModelCorrupt, file, "names no operator set; export the model again")
            : new ConversionException(
                DiagnosticDescriptors.UnsupportedOperators, file,
                $"uses operator set {version}; export the model with one from {SupportedOperators.MinimumOpset} to {SupportedOperators.MaximumOpset}");
    }

    private AnalogNetwork Walk()
    {
        string output = GraphOutput.Find(_graph) ?? throw Unsupported(GraphOutput.Problem(_graph));
        IReadOnlyList<NamedNode> nodes = GraphStructure.LiveNodes(_file, _graph, output);
        foreach (TensorProto tensor in _graph.Initializer)
            _initializers.Add(tensor.Name, tensor);
        ValueInfoProto declared = SingleInput();
        GraphInput input = GraphInput.Of(_file, declared);
        _values[declared.Name] = input.Tensor;
        var layers = new LayerList(input.SampleShape, _budget);

        foreach (NamedNode node in nodes)
            Visit(node, layers);
        AddSideOutputs(output);
        if (_nodeProblems.Count == 0 && _problems.Count == 0 && _values.GetValueOrDefault(output) is DataTensor data)
        {
            (ImmutableArray<AnalogLayer> folded, OutputFunction function) = Finish(layers, output, data);
            return new AnalogNetwork(Path.GetFileNameWithoutExtension(_file), input.SampleShape, folded) { Output = function };
        }
        if (_nodeProblems.Count == 0 && _problems.Count == 0)
            _problems.Add($"the output '{output}' does not depend on the values of the input");
        throw Unsupported([.. _problems]);
    }

    private (ImmutableArray<AnalogLayer> Layers, OutputFunction Function) Finish(LayerList layers, string output, DataTensor data)
    {
        try
        {
            return layers.Finish(output, Flattening.Flatten(data.Values, layers, output).Parts[0]);
        }
        catch (UnfoldableException e)
        {
            throw Unsupported($"'{output}': {e.Message}");
        }
    }

    private void Visit(NamedNode node, LayerList layers)
    {
        GraphValue?[] inputs = [.. node.Node.Input.Select(Value)];
        bool dependsOnInput = inputs.Any(input => input is DataTensor or UnknownTensor { IsData: true });
        GraphValue result = Evaluate(node, inputs, layers) ?? new UnknownTensor(dependsOnInput && node.Node.OpType != "Shape");
        for (int i = 0; i < node.Node.Output.Count; i++)
            _values[node.Node.Output[i]] = i == 0 ? result : new UnknownTensor(dependsOnInput);
        foreach (string side in node.Node.Output.Skip(1).Where(name => name.Length > 0))
            _sideOutputs.Add(side, node);
        _used.UnionWith(node.Node.Input);
    }

    /// <summary>The first output, or null where it cannot be known; the reason is then among the problems.</summary>
    private GraphValue? Evaluate(NamedNode node, GraphValue?[] inputs, LayerList layers)
    {
        IOperator? implementation = SupportedOperators.Find(node.Node.Domain, node.Node.OpType);
        if (implementation is null)
            return Refuse(node, null);
        if (inputs.Any(input => input is UnknownTensor))
            return null;
        var resolved = new OnnxNode(_file, node.Name, node.Node, _opset, inputs, layers);
        bool isConstant = inputs.All(input => input is null or ConstantTensor);
        try
        {
            GraphValue? result = (isConstant, implementation) switch
            {
                (true, IConstantOperator constants) => constants.Fold(resolved),
                (false, IDataOperator data) => data.Map(resolved),
                (true, _) => Refuse(node, "its inputs are all constant; fold the constants in the export"),
                (false, _) => Refuse(node, "it is supported on constants only, but its input depends on the network's input"),
            };
            _budget.TakeNumbers(result is DataTensor { Size: var size } ? size : 0);
            return result;
        }
        catch (Exception e) when (e is UnsupportedNodeException or UnfoldableException)
        {
            return Refuse(node, e.Message);
        }
    }

    private GraphValue? Refuse(NamedNode node, string? reason)
    {
        _nodeProblems.Add(new NodeProblem(node.Type, node.Name, reason));
        return null;
    }

    /// <summary>The value of a tensor; initializers are decoded when a node first needs them.</summary>
    private GraphValue? Value(string name)
    {
        if (name.Length == 0)
            return null;
        if (_values.TryGetValue(name, out GraphValue? value))
            return value;
        try
        {
            ConstantTensor tensor = new TensorDecoder(_file).Decode(_initializers[name], name);
            _budget.TakeNumbers(tensor.Values.Length);
            _values.Add(name, tensor);
            return tensor;
        }
        catch (UnfoldableException e)
        {
            throw Unsupported($"tensor '{name}': {e.Message}");
        }
    }

    /// <summary>Masks and statistics beside the result, which nobody needs in inference.</summary>
    private void AddSideOutputs(string output)
    {
        foreach ((string tensor, NamedNode node) in _sideOutputs)
        {
            if (_used.Contains(tensor) || output == tensor)
                _problems.Add($"'{node.Name}': its side output '{tensor}' is used, but only its first is supported");
        }
    }

    private ValueInfoProto SingleInput()
    {
        ValueInfoProto[] inputs = [.. _graph.Input.Where(input => !_initializers.ContainsKey(input.Name))];
        return inputs.Length == 1
            ? inputs[0]
            : throw Unsupported($"the model has {inputs.Length} inputs ({GraphOutput.Names(inputs)}), but one is supported");
    }

    private ConversionException Unsupported(params string[] others) => new(
        DiagnosticDescriptors.UnsupportedOperators, _file, UnsupportedOperatorsMessage.Compose(_nodeProblems, others));
}
