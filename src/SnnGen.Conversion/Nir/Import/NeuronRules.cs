using SnnGen.Conversion.Nir.Conventions;
using SnnGen.Conversion.Nir.Graph;
using SnnGen.Spiking.Neurons;

namespace SnnGen.Conversion.Nir.Import;

/// <summary>A node's neurons in discrete time, a value a neuron in NIR's order, double precision.</summary>
/// <param name="SynapticLeak">α, or null without a synapse.</param>
/// <param name="Leak">β.</param>
/// <param name="Gain">What currents are multiplied by.</param>
/// <param name="Drive">(1 − β) v_leak, or null where it is 0 everywhere.</param>
/// <param name="Threshold">θ, or null of neurons that never spike.</param>
/// <param name="ResetValue">What a spike leaves, or takes away.</param>
internal sealed record NeuronRules(double[]? SynapticLeak, double[] Leak, double[] Gain, double[]? Drive, double[]? Threshold, double[] ResetValue)
{
    /// <summary>The lowest potential, or null for none.</summary>
    public double[]? Floor { get; init; }

    /// <summary>Whether a node holds neurons.</summary>
    public static bool IsNeuron(NirNode node) => node is NirI or NirIF or NirLI or NirLIF or NirCubaLI or NirCubaLIF or NirThreshold;

    /// <summary>The largest of a neuron node's parameters, which has the shape of its layer.</summary>
    public static NirArray ShapeOf(NirNode node) => node switch
    {
        NirI n => n.R,
        NirIF n => n.R,
        NirLI n => n.Tau,
        NirLIF n => n.Tau,
        NirCubaLI n => n.TauMem,
        NirCubaLIF n => n.TauMem,
        NirThreshold n => n.Threshold,
        _ => throw new NotSupportedException(node.ToString()),
    };

    /// <summary>Values that relay, element by element, what they get in a step: a membrane on which nothing stays.</summary>
    public static NeuronRules Relay(int size) => new(null, new double[size], Ones(size), null, null, new double[size]);

    /// <summary>Spikes that relay spikes.</summary>
    public static NeuronRules SpikingRelay(int size) => Relay(size) with { Threshold = [.. Ones(size).Select(one => one / 2)] };

    /// <summary>The rules of a neuron node.</summary>
    /// <param name="node">The node.</param>
    /// <param name="size">Number of its neurons.</param>
    /// <param name="convention">How time becomes steps.</param>
    /// <param name="dt">dt, in seconds.</param>
    /// <param name="reset">What a spike does.</param>
    public static NeuronRules Of(NirNode node, int size, NirConvention convention, double dt, ResetMode reset)
    {
        return node switch
        {
            NirI n => Integrator(n.R, null, null),
            NirIF n => Integrator(n.R, n.VThreshold, n.VReset),
            NirLI n => Leaky(n.Tau, n.R, n.VLeak, null, null),
            NirLIF n => Leaky(n.Tau, n.R, n.VLeak, n.VThreshold, n.VReset),
            NirCubaLI n => Synaptic(Leaky(n.TauMem, n.R, n.VLeak, null, null), n.TauSyn, n.WIn),
            NirCubaLIF n => Synaptic(Leaky(n.TauMem, n.R, n.VLeak, n.VThreshold, n.VReset), n.TauSyn, n.WIn),
            NirThreshold n => Relay(size) with { Threshold = Shapes.Spread(n.Threshold, size) },
            _ => throw new NotSupportedException(node.ToString()),
        };

        NeuronRules Integrator(NirArray r, NirArray? threshold, NirArray? resetPotential)
        {
            double[] gain = convention.Gain is NirGain.Equation or NirGain.Euler ? Each(r, value => value * dt) : Ones(size);
            return WithReset(new NeuronRules(null, Ones(size), gain, null, null, new double[size]), threshold, resetPotential);
        }

        NeuronRules Leaky(NirArray tau, NirArray r, NirArray leakPotential, NirArray? threshold, NirArray? resetPotential)
        {
            double[] lost = Each(tau, value => convention.Lost(value, dt)), resistance = Each(r, value => value);
            double[] gain = convention.Gain switch
            {
                NirGain.Equation => Product(resistance, lost),
                NirGain.Euler => Product(resistance, Each(tau, value => dt / value)),
                NirGain.WithoutResistance => lost,
                _ => Ones(size),
            };
            double[] drive = Product(Each(leakPotential, value => value), lost);
            var rules = new NeuronRules(null, Each(tau, value => convention.Kept(value, dt)), gain, drive.All(value => value == 0) ? null : drive, null, new double[size]);
            return WithReset(rules, threshold, resetPotential);
        }

        NeuronRules Synaptic(NeuronRules membrane, NirArray tau, NirArray weight)
        {
            double[] lost = Each(tau, value => convention.Gain == NirGain.Euler ? dt / value : convention.Lost(value, dt));
            return membrane with
            {
                SynapticLeak = Each(tau, value => convention.Kept(value, dt)),
                Gain = convention.Gain == NirGain.Unit ? membrane.Gain : Product(Product(membrane.Gain, Each(weight, value => value)), lost),
            };
        }

        NeuronRules WithReset(NeuronRules rules, NirArray? threshold, NirArray? resetPotential)
        {
            if (threshold is null)
                return rules;
            double[] thresholds = Each(threshold, value => value);
            // A spike that is taken away a step late has leaked by then: v(t + 1) = β (v(t) − θ / β) + I.
            double[] taken = convention.ResetsLate ? [.. thresholds.Zip(rules.Leak, (value, kept) => value / kept)] : thresholds;
            return rules with
            {
                Threshold = thresholds,
                Floor = convention.Floor switch
                {
                    NirFloor.Zero => new double[size],
                    NirFloor.MinusThreshold when node is NirIF => [.. thresholds.Select(value => -value)],
                    _ => null,
                },
                ResetValue = reset == ResetMode.Subtract ? taken : resetPotential is null ? new double[size] : Each(resetPotential, value => value),
            };
        }

        double[] Each(NirArray array, Func<double, double> rule) => [.. Shapes.Spread(array, size).Select(rule)];
    }

    private static double[] Product(double[] a, double[] b) => [.. a.Zip(b, (x, y) => x * y)];

    private static double[] Ones(int size) => [.. Enumerable.Repeat(1.0, size)];
}
