using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Spiking.Simulation;

/// <summary>One layer of the reference simulator, stepped through time. Not thread-safe; reusable after a reset.</summary>
public abstract class LayerSimulator
{
    /// <summary>A simulator of <paramref name="layer"/>, in its initial state.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="arithmetic">The numbers.</param>
    /// <param name="inputLasts">Whether a spike of the network's input carries its current from its step on to the last.</param>
    public static LayerSimulator Create(SpikingLayer layer, Arithmetic arithmetic, bool inputLasts = false) => arithmetic switch
    {
        FixedPointArithmetic p when layer.Neuron is LoihiNeuron neuron => new LoihiLayerSimulator(layer, neuron, p),
        Float32Arithmetic => new LayerSimulator<float, Float32Numbers>(layer, new Float32Numbers(), inputLasts),
        FixedPointArithmetic p => new LayerSimulator<long, FixedPointNumbers>(layer, new FixedPointNumbers(p), inputLasts),
        _ => throw new NotSupportedException($"arithmetic {arithmetic} is unknown"),
    };

    /// <summary>Products of a weight and a nonzero input since the reset (a constant input counts once).</summary>
    public long SynapticOperations { get; protected set; }

    /// <summary>Back to t = 0.</summary>
    public abstract void Reset();

    /// <summary>
    /// Holds an analog network input from now on: its current is computed once and enters every step in which
    /// <see cref="Step"/> is given no spikes of the network's input.
    /// </summary>
    /// <param name="input">u (float) or q (fixed point), length n.</param>
    public abstract void Hold(ReadOnlySpan<float> input);

    /// <summary>One step. Writes the layer's spikes.</summary>
    /// <param name="spikesOf">Spikes of a source, by its index; null for a held network input.</param>
    /// <param name="output">Receives this layer's spikes.</param>
    /// <param name="step">Frame of all rasters.</param>
    public abstract void Step(Func<int, SpikeRaster?> spikesOf, SpikeRaster output, int step);

    /// <summary>Membrane potentials, length m; every float32 and fixed-point value is exact as a double.</summary>
    public abstract double[] Potentials();

    /// <summary>Synaptic currents, length m; zero for neurons without.</summary>
    public abstract double[] SynapticCurrents();
}

/// <summary>The equations, slow and obvious, over any number system.</summary>
internal sealed class LayerSimulator<T, TNumbers> : LayerSimulator
    where T : struct
    where TNumbers : struct, INumberSystem<T>
{
    private readonly TNumbers _numbers;
    private readonly bool _inputLasts;
    private readonly ProjectionSimulator<T, TNumbers>[] _projections;
    private readonly MaxPoolingSimulator<T, TNumbers>? _pooling;
    private readonly NeuronDynamics? _dynamics;
    private readonly T[] _bias, _threshold, _initialPotential, _potential, _synaptic, _held, _current;
    private readonly int[] _refractory;

    public LayerSimulator(SpikingLayer layer, TNumbers numbers, bool inputLasts)
    {
        _inputLasts = inputLasts;
        _numbers = numbers;
        _projections = [.. layer.Projections.Select(projection => new ProjectionSimulator<T, TNumbers>(projection, numbers))];
        _pooling = layer.Pooling is null ? null : new MaxPoolingSimulator<T, TNumbers>(layer.Pooling, numbers);
        _bias = Spread(layer.Bias, layer.Currents);
        _threshold = Spread(layer.Threshold, layer.Neurons);
        _initialPotential = Spread(layer.InitialPotential, layer.Neurons);
        _dynamics = layer.Neuron is SpikingNeuron neuron ? NeuronDynamics.Of(neuron) : null;
        _potential = (T[])_initialPotential.Clone();
        _synaptic = new T[layer.Neurons];
        _refractory = new int[layer.Neurons];
        _held = (T[])_bias.Clone();
        _current = new T[layer.Currents];
    }

    public override void Reset()
    {
        _initialPotential.CopyTo(_potential, 0);
        _bias.CopyTo(_held, 0);
        Array.Clear(_synaptic, 0, _synaptic.Length);
        Array.Clear(_refractory, 0, _refractory.Length);
        _pooling?.Reset();
        SynapticOperations = 0;
    }

    public override void Hold(ReadOnlySpan<float> input)
    {
        _bias.CopyTo(_held, 0);
        foreach (ProjectionSimulator<T, TNumbers> projection in _projections)
            if (projection.Source == Projection.NetworkInput)
                SynapticOperations += projection.Accumulate(input, _held);
    }

    public override void Step(Func<int, SpikeRaster?> spikesOf, SpikeRaster output, int step)
    {
        bool isHeld = _inputLasts || _projections.Any(projection => spikesOf(projection.Source) is null);
        if (_inputLasts)
            Add(_held, source => source == Projection.NetworkInput ? spikesOf(source) : null, step);
        (isHeld ? _held : _bias).CopyTo(_current, 0);
        Add(_current, source => source == Projection.NetworkInput && isHeld ? null : spikesOf(source), step);
        T[] current = _pooling?.Step(_current) ?? _current;
        for (int j = 0; j < _potential.Length; j++)
        {
            if (_dynamics is { } dynamics)
                output[step, j] = Fire(j, current[j], dynamics);
            else
                _potential[j] = _numbers.Confine(_numbers.Add(_potential[j], current[j]));
        }
    }

    public override double[] Potentials() => [.. _potential.Select(v => Convert.ToDouble(v))];

    public override double[] SynapticCurrents() => [.. _synaptic.Select(i => Convert.ToDouble(i))];

    private void Add(T[] current, Func<int, SpikeRaster?> spikesOf, int step)
    {
        foreach (ProjectionSimulator<T, TNumbers> projection in _projections)
            if (spikesOf(projection.Source) is { } spikes)
                SynapticOperations += projection.Accumulate(spikes, step, current);
    }

    private bool Fire(int j, T current, NeuronDynamics dynamics)
    {
        if (dynamics.SynapticLeak is { } synapticLeak)
            current = _synaptic[j] = _numbers.SaturateCurrent(_numbers.Add(_numbers.Decay(_synaptic[j], synapticLeak, dynamics.LeakForm), current));
        if (_refractory[j] > 0)
        {
            _refractory[j]--;
            return false;
        }
        T v = dynamics.Leak < 1 ? _numbers.Decay(_potential[j], dynamics.Leak, dynamics.LeakForm) : _potential[j];
        v = _numbers.Confine(_numbers.Add(v, current));
        bool spikes = _numbers.IsAtLeast(v, _threshold[j]);
        if (spikes)
        {
            v = dynamics.Reset == ResetMode.Subtract ? _numbers.Subtract(v, _threshold[j]) : default;
            _refractory[j] = dynamics.Refractory;
        }
        _potential[j] = v;
        return spikes;
    }

    private T[] Spread(Tensor tensor, int count)
    {
        T[] values = _numbers.Read(tensor);
        return [.. Enumerable.Range(0, count).Select(j => values[j % values.Length])];
    }
}
