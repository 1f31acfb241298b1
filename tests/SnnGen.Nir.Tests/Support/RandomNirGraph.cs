using SnnGen.Conversion.Nir.Graph;
using SnnGen.Spiking;

namespace SnnGen.Nir.Tests.Support;

/// <summary>
/// Graphs of every primitive: dense and convolutional layers, poolings, scales, delays, recurrence, nested graphs, neurons of
/// every kind with parameters of their own, sums that no neuron takes. The same seed gives the same graph.
/// </summary>
internal sealed class RandomNirGraph(int seed)
{
    private const double Dt = 1e-4;

    private readonly Random _random = new(seed);
    private readonly List<NirNode> _nodes = [];
    private readonly List<NirEdge> _edges = [];

    public static NirGraph Create(int seed) => new RandomNirGraph(seed).Create();

    private NirGraph Create()
    {
        int[] shape = _random.Next(3) == 0 ? [2, 6, 7] : _random.Next(3) == 0 ? [3, 9] : [5];
        _nodes.Add(new NirInput("input", new EquatableArray<int>(shape)));
        string last = "input";
        int depth = _random.Next(1, 4);
        for (int layer = 0; layer < depth; layer++)
        {
            (last, shape) = Linear(last, shape, layer);
            (last, shape) = Neurons(last, shape, layer, isLast: layer == depth - 1);
        }
        if (_random.Next(4) == 0)
            (last, shape) = Dense(last, shape, "readout");
        _nodes.Add(new NirOutput("output", new EquatableArray<int>(shape)));
        _edges.Add(new NirEdge(last, "output"));
        return new NirGraph(_nodes.ToEquatableArray(), _edges.ToEquatableArray(), "1.0");
    }

    private (string Name, int[] Shape) Linear(string from, int[] shape, int layer)
    {
        if (_random.Next(4) == 0)
            from = Add(from, new NirDelay($"delay{layer}", Array(Coin() ? shape : [1], () => Dt * _random.Next(0, 4))));
        if (_random.Next(5) == 0)
            from = Add(from, new NirScale($"scale{layer}", Array(shape, Weight)));
        if (shape.Length == 3 && _random.Next(3) == 0)
        {
            NirNode pool = Coin() ? new NirSumPool2d($"pool{layer}", new(2, 2), new(2, 2), new(0, 0)) : new NirAvgPool2d($"pool{layer}", new(2, 2), new(2, 2), new(0, 0));
            from = Add(from, pool);
            shape = [shape[0], shape[1] / 2, shape[2] / 2];
        }
        if (shape.Length == 3 && shape[1] > 2 && Coin())
        {
            int channels = _random.Next(1, 4);
            from = Add(from, new NirConv2d($"conv{layer}", new NirPair(shape[1], shape[2]), Array([channels, shape[0], 3, 3], Weight), new(1, 1), new NirPair(1, 1), new(1, 1), 1, Array([channels], Bias)));
            return (from, [channels, shape[1], shape[2]]);
        }
        if (shape.Length == 2 && shape[1] > 2 && Coin())
        {
            int channels = _random.Next(1, 4);
            from = Add(from, new NirConv1d($"conv{layer}", shape[1], Array([channels, shape[0], 3], Weight), 2, 1, 1, 1, Array([channels], Bias)));
            return (from, [channels, (shape[1] - 1) / 2 + 1]);
        }
        return _random.Next(6) == 0 ? (from, shape) : Dense(from, shape, $"fc{layer}");
    }

    private (string Name, int[] Shape) Dense(string from, int[] shape, string name)
    {
        int inputs = shape.Aggregate(1, (product, extent) => product * extent), outputs = _random.Next(1, 7);
        if (shape.Length > 1)
            from = Add(from, new NirFlatten(name + ".flatten", new EquatableArray<int>(shape), 0, -1));
        NirArray weight = Array([outputs, inputs], Weight);
        return (Add(from, Coin() ? new NirLinear(name, weight) : new NirAffine(name, weight, Array([outputs], Bias))), [outputs]);
    }

    private (string Name, int[] Shape) Neurons(string from, int[] shape, int layer, bool isLast)
    {
        string name = $"neurons{layer}";
        NirArray Own(Func<double> value) => Array(shape, value);
        NirArray r = Own(() => 1 + _random.NextDouble()), tau = Own(() => Dt * _random.Next(2, 40)), leak = Own(() => Coin() ? 0 : 0.05), threshold = Own(() => 0.2 + _random.NextDouble());
        NirArray? reset = Coin() ? null : Own(() => 0);
        NirNode node = _random.Next(isLast ? 7 : 9) switch
        {
            0 => new NirIF(name, Own(() => 1 / Dt), threshold, reset),
            1 => new NirLI(name, tau, r, leak),
            2 => new NirThreshold(name, threshold),
            3 => new NirCubaLI(name, Own(() => Dt * _random.Next(2, 10)), tau, r, leak, r),
            4 => new NirCubaLIF(name, Own(() => Dt * _random.Next(2, 10)), tau, r, leak, r, threshold, reset),
            5 => new NirI(name, Own(() => 1 / Dt)),
            _ => new NirLIF(name, tau, r, leak, threshold, reset),
        };
        Add(from, node);
        if (node is NirLIF or NirCubaLIF && shape.Length == 1 && _random.Next(3) > 0)
        {
            NirArray weight = Array([shape[0], shape[0]], Weight);
            _nodes.Add(new NirLinear($"rec{layer}", weight));
            _edges.Add(new NirEdge(name, $"rec{layer}"));
            _edges.Add(new NirEdge($"rec{layer}", name));
        }
        return (name, shape);
    }

    private string Add(string from, NirNode node)
    {
        _nodes.Add(node);
        _edges.Add(new NirEdge(from, node.Name));
        return node.Name;
    }

    private NirArray Array(int[] shape, Func<double> value) =>
        NirArray.Single(shape, [.. Enumerable.Range(0, shape.Aggregate(1, (product, extent) => product * extent)).Select(_ => (float)value())]);

    private double Weight() => _random.NextDouble() * 2 - 0.8;

    private double Bias() => Coin() ? 0 : _random.NextDouble() * 0.1;

    private bool Coin() => _random.Next(2) == 0;
}
