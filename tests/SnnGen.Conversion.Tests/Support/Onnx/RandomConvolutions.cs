using SnnGen.Conversion.Import.Onnx.Protobuf;

namespace SnnGen.Conversion.Tests.Support.Onnx;

/// <summary>Random image networks: everything the importer folds, in any order that shapes allow.</summary>
internal sealed class RandomConvolutions
{
    private readonly Random _random;
    private readonly ModelBuilder _builder;
    private readonly List<(string Name, int[] Shape)> _earlier = [];
    private string _data;
    private int[] _shape;

    private RandomConvolutions(int seed)
    {
        _random = new Random(seed);
        _shape = [_random.Next(1, 4), _random.Next(4, 9), _random.Next(4, 9)];
        _builder = new ModelBuilder(_shape);
        _data = _builder.Input;
    }

    /// <summary>The network of a seed.</summary>
    public static ModelProto Build(int seed)
    {
        var network = new RandomConvolutions(seed);
        int steps = network._random.Next(2, 8);
        for (int i = 0; i < steps; i++)
            network.Step();
        return network.Finish();
    }

    private void Step()
    {
        _earlier.Add((_data, _shape));
        switch (_random.Next(9))
        {
            case 0 or 1 or 2:
                Convolve();
                break;
            case 3 or 4:
                Activate();
                break;
            case 5:
                Pool();
                break;
            case 6:
                Normalise();
                break;
            case 7:
                Join("Add", other => other.SequenceEqual(_shape), _shape[0]);
                break;
            default:
                Join("Concat", other => other.Skip(1).SequenceEqual(_shape.Skip(1)) && other[0] + _shape[0] < 12, null);
                break;
        }
    }

    private void Convolve()
    {
        int kernel = _random.Next(1, Math.Min(4, Math.Min(_shape[1], _shape[2]) + 1)), stride = _random.Next(1, 3), padding = _random.Next(0, 2);
        int groups = _random.Next(3) == 0 ? _shape[0] : 1, outputs = groups * _random.Next(1, groups == 1 ? 6 : 3);
        _data = _builder.Node(
            "Conv", [_data, _builder.Random(outputs, _shape[0] / groups, kernel, kernel), _builder.Random(outputs)], ("group", groups),
            ("strides", new long[] { stride, stride }), ("pads", new long[] { padding, padding, padding, padding }));
        _shape = [outputs, Extent(_shape[1]), Extent(_shape[2])];

        int Extent(int extent) => (extent + 2 * padding - kernel) / stride + 1;
    }

    private void Activate() => _data = _random.Next(6) switch
    {
        0 => _builder.Node("LeakyRelu", [_data], ("alpha", 0.2f)),
        1 => _builder.Node("Tanh", [_data]),
        2 => _builder.Node("Clip", [_data, _builder.Scalar(-0.5f), _builder.Scalar(0.9f)]),
        3 => _builder.Node("PRelu", [_data, _builder.Random(_shape[0], 1, 1)]),
        _ => _builder.Node("Relu", [_data]),
    };

    private void Pool()
    {
        if (_shape[1] < 2 || _shape[2] < 2)
            return;
        int stride = _random.Next(1, 3);
        _data = _builder.Node(
            _random.Next(2) == 0 ? "MaxPool" : "AveragePool", [_data], ("kernel_shape", new long[] { 2, 2 }), ("strides", new long[] { stride, stride }));
        _shape = [_shape[0], (_shape[1] - 2) / stride + 1, (_shape[2] - 2) / stride + 1];
    }

    private void Normalise()
    {
        int c = _shape[0];
        string variance = _builder.Stored(Tensors.Floats([c], [.. _builder.RandomValues(c).Select(v => v * v + 0.3f)]));
        _data = _builder.Node("BatchNormalization", [_data, _builder.Random(c), _builder.Random(c), _builder.Random(c), variance]);
    }

    private void Join(string type, Func<int[], bool> fits, int? channels)
    {
        (string Name, int[] Shape)[] others = [.. _earlier.Where(other => fits(other.Shape))];
        if (others.Length == 0)
            return;
        (string name, int[] shape) = others[_random.Next(others.Length)];
        _data = channels is null ? _builder.Node(type, [_data, name], ("axis", 1)) : _builder.Node(type, [_data, name]);
        _shape = [channels ?? _shape[0] + shape[0], _shape[1], _shape[2]];
    }

    private ModelProto Finish()
    {
        if (_random.Next(3) == 0)
        {
            _data = _builder.Node("GlobalAveragePool", [_data]);
            _shape = [_shape[0], 1, 1];
        }
        return _builder.Finish(_builder.Dense(_builder.Node("Flatten", [_data]), _shape.Aggregate(1, (a, b) => a * b), 3));
    }
}
