using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Neurons;

namespace SnnGen.Spiking.Simulation;

/// <summary>Neurons whose parameters differ (<see cref="Membrane"/>), spiking or not.</summary>
internal sealed class MembraneNeurons<T, TNumbers> : INeuronSimulator<T>
    where T : struct
    where TNumbers : struct, INumberSystem<T>
{
    private readonly TNumbers _numbers;
    private readonly HeterogeneousNeuron? _spiking;
    private readonly T[] _initialPotential, _potential, _synaptic, _leak, _threshold, _resetValue;
    private readonly T[]? _synapticLeak, _drive, _floor;

    public MembraneNeurons(SpikingLayer layer, Membrane membrane, TNumbers numbers)
    {
        _numbers = numbers;
        _spiking = layer.Neuron as HeterogeneousNeuron;
        _initialPotential = numbers.Spread(layer.InitialPotential, layer.Neurons);
        _potential = (T[])_initialPotential.Clone();
        _synaptic = new T[layer.Neurons];
        _leak = numbers.Spread(membrane.Leak, layer.Neurons);
        _synapticLeak = membrane.SynapticLeak is { } synapticLeak ? numbers.Spread(synapticLeak, layer.Neurons) : null;
        _drive = membrane.Drive is { } drive ? numbers.Spread(drive, layer.Neurons) : null;
        _floor = membrane.Floor is { } floor ? numbers.Spread(floor, layer.Neurons) : null;
        _threshold = numbers.Spread(layer.Threshold, layer.Neurons);
        _resetValue = _spiking is null ? [] : numbers.Spread(_spiking.ResetValue, layer.Neurons);
    }

    public IReadOnlyList<T> Potentials => _potential;

    public IReadOnlyList<T> SynapticCurrents => _synaptic;

    public void Reset()
    {
        _initialPotential.CopyTo(_potential, 0);
        Array.Clear(_synaptic, 0, _synaptic.Length);
    }

    public bool Step(int j, T current)
    {
        if (_synapticLeak is not null)
            current = _synaptic[j] = _numbers.SaturateCurrent(_numbers.Add(_numbers.Decay(_synaptic[j], _synapticLeak[j]), current));
        if (_drive is not null)
            current = _numbers.SaturateCurrent(_numbers.Add(current, _drive[j]));
        T v = _numbers.Confine(_numbers.Add(_numbers.Decay(_potential[j], _leak[j]), current));
        if (_floor is not null && _numbers.IsAbove(_floor[j], v))
            v = _floor[j];
        bool spikes = _spiking is not null && (_spiking.Rule == FiringRule.Above ? _numbers.IsAbove(v, _threshold[j]) : _numbers.IsAtLeast(v, _threshold[j]));
        if (spikes)
            v = _spiking!.Reset == ResetMode.Subtract ? _numbers.Confine(_numbers.Subtract(v, _resetValue[j])) : _resetValue[j];
        _potential[j] = v;
        return spikes;
    }
}
