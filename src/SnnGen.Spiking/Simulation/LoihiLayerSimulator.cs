using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Spiking.Simulation;

/// <summary>A layer of <see cref="LoihiNeuron"/>s: the integer equations of docs/network-file.md, one line each.</summary>
internal sealed class LoihiLayerSimulator : LayerSimulator
{
    private readonly LoihiNeuron _neuron;
    private readonly ProjectionSimulator<long, FixedPointNumbers>[] _projections;
    private readonly int[] _bias, _threshold, _initialPotential;
    private readonly long[] _synaptic, _potential, _held, _fromHost, _fromSynapses;

    public LoihiLayerSimulator(SpikingLayer layer, LoihiNeuron neuron, FixedPointArithmetic arithmetic)
    {
        _neuron = neuron;
        var numbers = new FixedPointNumbers(arithmetic);
        _projections = [.. layer.Projections.Select(projection => new ProjectionSimulator<long, FixedPointNumbers>(projection, numbers))];
        _bias = Spread(layer.Bias, layer.Neurons);
        _threshold = Spread(layer.Threshold, layer.Neurons);
        _initialPotential = Spread(layer.InitialPotential, layer.Neurons);
        _potential = [.. _initialPotential.Select(v => (long)v)];
        _synaptic = new long[layer.Neurons];
        _held = new long[layer.Neurons];
        _fromHost = new long[layer.Neurons];
        _fromSynapses = new long[layer.Neurons];
    }

    public override void Reset()
    {
        for (int j = 0; j < _potential.Length; j++)
            _potential[j] = _initialPotential[j];
        Array.Clear(_synaptic, 0, _synaptic.Length);
        Array.Clear(_held, 0, _held.Length);
        SynapticOperations = 0;
    }

    public override void Hold(ReadOnlySpan<float> input)
    {
        Array.Clear(_held, 0, _held.Length);
        foreach (ProjectionSimulator<long, FixedPointNumbers> projection in _projections)
            if (projection.IsAnalog)
                SynapticOperations += projection.Accumulate(input, _held);
    }

    public override void Step(Func<int, SpikeRaster?> spikesOf, SpikeRaster output, int step, Func<int, IReadOnlyList<float[]>?>? valuesOf = null)
    {
        Array.Clear(_fromHost, 0, _fromHost.Length);
        Array.Clear(_fromSynapses, 0, _fromSynapses.Length);
        if (_projections.Any(projection => spikesOf(projection.Source) is null))
            _held.CopyTo(_fromHost, 0);
        foreach (ProjectionSimulator<long, FixedPointNumbers> projection in _projections)
            if (spikesOf(projection.Source) is { } spikes)
                SynapticOperations += projection.Accumulate(spikes, step, projection.IsAnalog ? _fromHost : _fromSynapses);
        for (int j = 0; j < _potential.Length; j++)
            output[step, j] = Fire(j, LoihiNeuron.Shift(_fromSynapses[j], _neuron.WeightExponent), Bias(j));
    }

    public override double[] Potentials() => [.. _potential.Select(v => (double)v)];

    public override double[] SynapticCurrents() => [.. _synaptic.Select(u => (double)u)];

    private long Bias(int j)
    {
        long mantissa = _bias[j] + (_fromHost[j] >> _neuron.InputShift);
        mantissa = Math.Max(-LoihiNeuron.LargestBias - 1, Math.Min(LoihiNeuron.LargestBias, mantissa));
        return LoihiNeuron.Shift(mantissa, _neuron.BiasExponent);
    }

    private bool Fire(int j, long current, long bias)
    {
        const long Limit = LoihiNeuron.StateLimit;
        long u = Decay(_synaptic[j], _neuron.CurrentDecay + 1) + (current << LoihiNeuron.Alignment);
        u = u > Limit ? u - 2 * Limit : u <= -Limit ? u + 2 * Limit : u;
        long v = Decay(_potential[j], _neuron.PotentialDecay) + u + bias;
        v = Math.Max(-Limit + 1, Math.Min(Limit - 1, v));
        bool spikes = v > (long)_threshold[j] << LoihiNeuron.Alignment;
        _synaptic[j] = u;
        _potential[j] = spikes ? 0 : v;
        return spikes;
    }

    // Integer division rounds toward zero.
    private static long Decay(long value, int decay) => value * ((1 << LoihiNeuron.DecayBits) - decay) / (1 << LoihiNeuron.DecayBits);

    private static int[] Spread(Tensor tensor, int count)
    {
        EquatableArray<int> values = ((IntegerTensor)tensor).Values;
        return [.. Enumerable.Range(0, count).Select(j => values[j % values.Count])];
    }
}
