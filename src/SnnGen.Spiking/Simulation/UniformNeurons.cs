using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Neurons;

namespace SnnGen.Spiking.Simulation;

/// <summary>Neurons that are alike but for their thresholds and initial potentials; those of a readout never spike.</summary>
internal sealed class UniformNeurons<T, TNumbers> : INeuronSimulator<T>
    where T : struct
    where TNumbers : struct, INumberSystem<T>
{
    private readonly TNumbers _numbers;
    private readonly NeuronDynamics? _dynamics;
    private readonly T[] _threshold, _initialPotential, _potential, _synaptic;
    private readonly int[] _refractory;

    public UniformNeurons(SpikingLayer layer, TNumbers numbers)
    {
        _numbers = numbers;
        _dynamics = layer.Neuron is SpikingNeuron neuron ? NeuronDynamics.Of(neuron) : null;
        _threshold = numbers.Spread(layer.Threshold, layer.Neurons);
        _initialPotential = numbers.Spread(layer.InitialPotential, layer.Neurons);
        _potential = (T[])_initialPotential.Clone();
        _synaptic = new T[layer.Neurons];
        _refractory = new int[layer.Neurons];
    }

    public IReadOnlyList<T> Potentials => _potential;

    public IReadOnlyList<T> SynapticCurrents => _synaptic;

    public void Reset()
    {
        _initialPotential.CopyTo(_potential, 0);
        Array.Clear(_synaptic, 0, _synaptic.Length);
        Array.Clear(_refractory, 0, _refractory.Length);
    }

    public bool Step(int j, T current)
    {
        if (_dynamics is { } dynamics)
            return Fire(j, current, dynamics);
        _potential[j] = _numbers.Confine(_numbers.Add(_potential[j], current));
        return false;
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
}
