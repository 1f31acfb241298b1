using SnnGen.Conversion.Nir.Conventions;
using SnnGen.Conversion.Nir.Graph;
using SnnGen.Conversion.Nir.Import;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Conversion.Nir.Export;

/// <summary>The neurons of a layer in NIR's continuous time: τ, R and w_in such that a step of the convention has the network's leaks and a gain of 1.</summary>
internal sealed class NeuronExport
{
    // So long that nothing of a potential is lost in a step, and so short that nothing is left.
    private const double Endless = 1e30, Momentary = 1e-3;

    private readonly Population _population;
    private readonly NirConvention _convention;
    private readonly double _dt;
    private readonly double[] _leak, _threshold, _resetValue;
    private readonly double[]? _synapticLeak, _drive;
    private readonly ResetMode? _reset;

    public NeuronExport(SpikingLayer layer, Population population, NirConvention convention, double dt, ExportFault fault)
    {
        (_population, _convention, _dt) = (population, convention, dt);
        if (layer.Neuron is LoihiNeuron)
            throw fault.Of($"layer '{layer.Name}'", "its neurons compute in Loihi's integers; export the network without the chip");
        double unit = layer.Neuron is HeterogeneousNeuron or LeakyIntegrator && layer.Bias is IntegerTensor ? 1.0 / (1 << FixedPointArithmetic.LeakBits) : 1;
        _threshold = Spread(layer.Threshold);
        _reset = (layer.Neuron as SpikingNeuron)?.Reset;
        if (layer.Neuron is SpikingNeuron { Refractory: > 0 })
            throw fault.Of($"layer '{layer.Name}'", "its neurons rest after a spike, which those of NIR do not; choose Refractory 0");
        if (Membrane.Of(layer.Neuron) is { } membrane)
        {
            _leak = [.. Spread(membrane.Leak).Select(value => value * unit)];
            _synapticLeak = membrane.SynapticLeak is null ? null : [.. Spread(membrane.SynapticLeak).Select(value => value * unit)];
            _drive = membrane.Drive is null ? null : Spread(membrane.Drive);
            _resetValue = layer.Neuron is HeterogeneousNeuron own ? Spread(own.ResetValue) : new double[population.Size];
        }
        else
        {
            NeuronDynamics? dynamics = layer.Neuron is SpikingNeuron neuron ? NeuronDynamics.Of(neuron) : null;
            _leak = Repeat(dynamics is { } d ? (float)d.Leak : 1);
            _synapticLeak = dynamics?.SynapticLeak is { } leak ? Repeat((float)leak) : null;
            _resetValue = _reset == ResetMode.Subtract ? _threshold : new double[population.Size];
        }
        Tau = _leak.All(value => value == 1) && _synapticLeak is null && _drive is null ? null : [.. _leak.Select(TimeConstant)];
        Bias = Spread(layer.Bias) is { } bias && bias.Any(value => value != 0) ? bias : null;
    }

    /// <summary>b of each neuron in NIR's order, or null where all are 0.</summary>
    public double[]? Bias { get; }

    /// <summary>What weights and biases of each neuron are to be multiplied by, where no parameter of a neuron can undo its gain.</summary>
    public Func<int, double> WeightFactor => j => _convention.Gain == NirGain.WithoutResistance && Tau is not null && _synapticLeak is null ? 1 / _convention.Lost(Tau[j], _dt) : 1;

    private double[]? Tau { get; }

    private bool Compares => _reset is not null && Tau is not null && _synapticLeak is null && _drive is null && _leak.All(value => value == 0);

    /// <summary>The node.</summary>
    public NirNode Node(string name)
    {
        if (Compares)
            return new NirThreshold(name, Array(_threshold));
        NirArray? threshold = _reset is null ? null : Array(_threshold), resetPotential = _reset == ResetMode.Zero ? Array(_resetValue) : null;
        if (Tau is null)
        {
            NirArray r = Array(Repeat(_convention.Gain is NirGain.Equation or NirGain.Euler ? 1 / _dt : 1));
            return threshold is null ? new NirI(name, r) : new NirIF(name, r, threshold, resetPotential);
        }
        NirArray tau = Array(Tau), resistance = Array([.. Tau.Select(value => _convention.Gain switch
        {
            NirGain.Equation => 1 / _convention.Lost(value, _dt),
            NirGain.Euler => value / _dt,
            _ => 1,
        })]);
        NirArray leakPotential = Array(_drive is null ? new double[Tau.Length] : [.. _drive.Zip(Tau, (d, value) => d / _convention.Lost(value, _dt))]);
        if (_synapticLeak is null)
            return threshold is null ? new NirLI(name, tau, resistance, leakPotential) : new NirLIF(name, tau, resistance, leakPotential, threshold, resetPotential);
        double[] synaptic = [.. _synapticLeak.Select(TimeConstant)];
        NirArray weight = Array([.. synaptic.Select((value, j) => _convention.Gain switch
        {
            NirGain.Equation => 1 / _convention.Lost(value, _dt),
            NirGain.Euler => value / _dt,
            NirGain.WithoutResistance => 1 / (_convention.Lost(Tau[j], _dt) * _convention.Lost(value, _dt)),
            _ => 1,
        })]);
        return threshold is null
            ? new NirCubaLI(name, Array(synaptic), tau, resistance, leakPotential, weight)
            : new NirCubaLIF(name, Array(synaptic), tau, resistance, leakPotential, weight, threshold, resetPotential);
    }

    // The first guess may miss by a bit of single precision: its neighbours do not.
    private double TimeConstant(double kept)
    {
        if (kept >= 1)
            return Endless;
        if (kept <= 0)
            return _convention.Decay == NirDecay.Euler ? _dt : _dt * Momentary;
        double guess = _convention.Decay == NirDecay.Euler ? _dt / (1 - kept) : -_dt / Math.Log(kept);
        for (double above = guess, below = guess; above < guess * (1 + 1e-12); above = Math.BitIncrement(above), below = Math.BitDecrement(below))
        {
            if ((float)_convention.Kept(above, _dt) == (float)kept)
                return above;
            if ((float)_convention.Kept(below, _dt) == (float)kept)
                return below;
        }
        return guess;
    }

    private double[] Repeat(double value) => [.. Enumerable.Repeat(value, _population.Size)];

    // In NIR's order.
    private double[] Spread(Tensor tensor)
    {
        var values = new double[_population.Size];
        int[] indices = _population.NirIndices();
        for (int j = 0; j < values.Length; j++)
            values[indices[j]] = tensor is IntegerTensor integers ? integers.Values[j % tensor.Count] : ((Float32Tensor)tensor).Values[j % tensor.Count];
        return values;
    }

    private NirArray Array(double[] values) => NirArray.Double(_population.Shape.AsSpan(), values);
}
