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
    /// <param name="valuesOf">
    /// Potentials of a source that integrates without spiking, one array a step so far; null of all others. Without it there are no such sources.
    /// </param>
    public abstract void Step(Func<int, SpikeRaster?> spikesOf, SpikeRaster output, int step, Func<int, IReadOnlyList<float[]>?>? valuesOf = null);

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
    private readonly bool _inputLasts;
    private readonly ProjectionSimulator<T, TNumbers>[] _projections;
    private readonly MaxPoolingSimulator<T, TNumbers>? _pooling;
    private readonly INeuronSimulator<T> _neurons;
    private readonly T[] _bias, _held, _current;

    public LayerSimulator(SpikingLayer layer, TNumbers numbers, bool inputLasts)
    {
        _inputLasts = inputLasts;
        _projections = [.. layer.Projections.Select(projection => new ProjectionSimulator<T, TNumbers>(projection, numbers))];
        _pooling = layer.Pooling is null ? null : new MaxPoolingSimulator<T, TNumbers>(layer.Pooling, numbers);
        _neurons = Membrane.Of(layer.Neuron) is { } membrane
            ? new MembraneNeurons<T, TNumbers>(layer, membrane, numbers)
            : new UniformNeurons<T, TNumbers>(layer, numbers);
        _bias = numbers.Spread(layer.Bias, layer.Currents);
        _held = (T[])_bias.Clone();
        _current = new T[layer.Currents];
    }

    public override void Reset()
    {
        _neurons.Reset();
        _bias.CopyTo(_held, 0);
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

    public override void Step(Func<int, SpikeRaster?> spikesOf, SpikeRaster output, int step, Func<int, IReadOnlyList<float[]>?>? valuesOf = null)
    {
        bool isHeld = _inputLasts || _projections.Any(projection => projection.Source == Projection.NetworkInput && spikesOf(projection.Source) is null);
        if (_inputLasts)
            Add(_held, source => source == Projection.NetworkInput ? spikesOf(source) : null, step, _ => null);
        (isHeld ? _held : _bias).CopyTo(_current, 0);
        Add(_current, source => source == Projection.NetworkInput && isHeld ? null : spikesOf(source), step, valuesOf ?? (_ => null));
        T[] current = _pooling?.Step(_current) ?? _current;
        for (int j = 0; j < output.Neurons; j++)
            output[step, j] = _neurons.Step(j, current[j]);
    }

    public override double[] Potentials() => [.. _neurons.Potentials.Select(v => Convert.ToDouble(v))];

    public override double[] SynapticCurrents() => [.. _neurons.SynapticCurrents.Select(i => Convert.ToDouble(i))];

    private void Add(T[] current, Func<int, SpikeRaster?> spikesOf, int step, Func<int, IReadOnlyList<float[]>?> valuesOf)
    {
        foreach (ProjectionSimulator<T, TNumbers> projection in _projections)
        {
            if (valuesOf(projection.Source) is { } values)
                SynapticOperations += projection.Accumulate(values, step, current);
            else if (spikesOf(projection.Source) is { } spikes)
                SynapticOperations += projection.Accumulate(spikes, step, current);
        }
    }
}
