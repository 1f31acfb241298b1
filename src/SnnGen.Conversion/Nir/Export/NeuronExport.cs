using SnnGen.Conversion.Nir.Conventions;
using SnnGen.Conversion.Nir.Graph;
using SnnGen.Conversion.Nir.Import;
using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Neurons;

namespace SnnGen.Conversion.Nir.Export;

/// <summary>The neurons of a layer in NIR's continuous time: τ, R and w_in such that a step of the convention has the network's leaks and a gain of 1.</summary>
internal sealed class NeuronExport
{
    // Steps, so many that single precision loses nothing of a potential in one, though 1 − β is above 0 and has an inverse; and so few that nothing is left.
    private const double Endless = 1 << 26, Momentary = 1e-3;

    // Of the distance to the next number: a little less than the half that is rounded away.
    private const double WithinRounding = 0.499;

    private readonly SpikingLayer _layer;
    private readonly Population _population;
    private readonly NirConvention _convention;
    private readonly double _dt;
    private readonly LayerRules _rules;

    public NeuronExport(SpikingLayer layer, Population population, NirConvention convention, double dt, ExportFault fault)
    {
        (_layer, _population, _convention, _dt) = (layer, population, convention, dt);
        if (layer.Neuron is LoihiNeuron)
            throw fault.Of($"layer '{layer.Name}'", "its neurons compute in Loihi's integers; export the network without the chip");
        if (layer.Neuron is SpikingNeuron { Refractory: > 0 })
            throw fault.Of($"layer '{layer.Name}'", "its neurons rest after a spike, which those of NIR do not; choose Refractory 0");
        _rules = LayerRules.Of(layer);
        double[] kept = _rules.Reset == ResetMode.Subtract && convention.ResetsLate
            ? [.. _rules.Leak.Select((leak, j) => Kept(leak, _rules.Threshold[j], _rules.ResetValue[j]))]
            : _rules.Leak;
        Tau = _rules.NeverLeaks ? null : InOrder([.. kept.Select(TimeConstant)]);
        double[] bias = RealNumbers.Spread(layer.Bias, layer.Neurons);
        Bias = bias.Any(value => value != 0) ? InOrder(bias) : null;
    }

    /// <summary>b of each neuron in NIR's order, or null where all are 0.</summary>
    public double[]? Bias { get; }

    /// <summary>What weights and biases of each neuron are to be multiplied by, where no parameter of a neuron can undo its gain.</summary>
    public Func<int, double> WeightFactor =>
        j => _convention.Gain == NirGain.WithoutResistance && Tau is not null && _rules.SynapticLeak is null ? 1 / _convention.Lost(Tau[j], _dt) : 1;

    // Time constants in NIR's order, or null of integrators.
    private double[]? Tau { get; }

    /// <summary>The node.</summary>
    public NirNode Node(string name) => Primitive(name) with { Metadata = ExportedMetadata.Of(_layer, _rules, _population).ToEquatableArray() };

    private NirNode Primitive(string name)
    {
        NirArray? threshold = _rules.Reset is null ? null : Array(InOrder(_rules.Threshold)), resetPotential = _rules.Reset == ResetMode.Zero ? Array(InOrder(_rules.ResetValue)) : null;
        if (_rules.Compares)
            return new NirThreshold(name, threshold!);
        if (Tau is null)
        {
            NirArray r = Array([.. Enumerable.Repeat(_convention.Gain is NirGain.Equation or NirGain.Euler ? 1 / _dt : 1, _population.Size)]);
            return threshold is null ? new NirI(name, r) : new NirIF(name, r, threshold, resetPotential);
        }
        NirArray tau = Array(Tau), resistance = Array([.. Tau.Select(value => _convention.Gain switch
        {
            NirGain.Equation => 1 / _convention.Lost(value, _dt),
            NirGain.Euler => value / _dt,
            _ => 1,
        })]);
        NirArray leakPotential = Array(_rules.Drive is null ? new double[Tau.Length] : [.. InOrder(_rules.Drive).Zip(Tau, (drive, value) => drive / _convention.Lost(value, _dt))]);
        if (_rules.SynapticLeak is null)
            return threshold is null ? new NirLI(name, tau, resistance, leakPotential) : new NirLIF(name, tau, resistance, leakPotential, threshold, resetPotential);
        double[] synaptic = InOrder([.. _rules.SynapticLeak.Select(TimeConstant)]);
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

    // β is known to single precision only. Where a reader takes θ / β from a potential, it is one by which that is the network's, too.
    private static double Kept(double leak, double threshold, double taken)
    {
        double below = (leak - float.BitDecrement((float)leak)) * WithinRounding, above = (float.BitIncrement((float)leak) - leak) * WithinRounding;
        double kept = Math.Clamp(threshold / taken, leak - below, leak + above);
        return (float)(threshold / kept) == (float)taken ? kept : leak;
    }

    // The first guess may miss by a bit of single precision: its neighbours do not.
    private double TimeConstant(double kept)
    {
        if (kept >= 1)
            return _dt * Endless;
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

    private double[] InOrder(double[] values) => _population.InNirOrder(values);

    private NirArray Array(double[] values) => NirArray.Double(_population.Shape.AsSpan(), values);
}
