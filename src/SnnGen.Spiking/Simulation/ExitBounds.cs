using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Spiking.Simulation;

/// <summary>
/// What the steps that are left can still do to a decision: the bounds of <see cref="ExitRule.Exact"/>, equation (15) of
/// docs/mathematics.md. Simulator and generated code share this table.
/// </summary>
public static class ExitBounds
{
    /// <summary>Most outputs of a network with exact exits: the table is as large as their square.</summary>
    public const int MaximumOutputs = 256;

    /// <summary>
    /// The largest gain of one output over another in one step, of any spikes and inputs: element a · m + b is the largest
    /// I_b − I_a, 0 where a is b. After R more steps v_b − v_a has grown by no more than R times that, as long as neither
    /// potential saturates (<see cref="LongestRun"/>).
    /// </summary>
    /// <param name="readout">An integrating layer without max pooling, of a valid fixed-point network.</param>
    public static int[] Gains(SpikingLayer readout)
    {
        int outputs = readout.Neurons;
        EquatableArray<int> bias = ((IntegerTensor)readout.Bias).Values;
        var gains = new int[outputs * outputs];
        for (int a = 0; a < outputs; a++)
            for (int b = 0; b < outputs; b++)
                gains[a * outputs + b] = bias[b % bias.Count] - bias[a % bias.Count];
        var numbers = new FixedPointNumbers(new FixedPointArithmetic(8, FixedPointArithmetic.MaximumPotentialBits));
        var current = new long[outputs];
        foreach (Projection projection in readout.Projections)
        {
            var synapses = new ProjectionSimulator<long, FixedPointNumbers>(projection, numbers);
            for (int i = 0; i < projection.Inputs; i++)
            {
                Array.Clear(current, 0, outputs);
                synapses.AccumulateOne(i, projection.SpikeWorth, current);
                Add(gains, current);
            }
        }
        return gains;
    }

    /// <summary>Most steps of a run in which no potential of the readout can saturate, whatever the input.</summary>
    /// <param name="readout">As of <see cref="Gains"/>.</param>
    /// <param name="arithmetic">The numbers.</param>
    public static long LongestRun(SpikingLayer readout, FixedPointArithmetic arithmetic)
    {
        long[] bounds = CurrentBounds.Of(readout);
        EquatableArray<int> bias = ((IntegerTensor)readout.Bias).Values, start = ((IntegerTensor)readout.InitialPotential).Values;
        return Enumerable.Range(0, readout.Neurons).Min(j =>
        {
            long room = Math.Max(0, arithmetic.MaximumPotential - Math.Abs((long)start[j % start.Count]));
            return room / Math.Max(1, bounds[j % bounds.Length] + Math.Abs((long)bias[j % bias.Count]));
        });
    }

    // An input that is held, or spikes, adds between nothing and its synapses' full currents to the outputs.
    private static void Add(int[] gains, long[] current)
    {
        for (int a = 0; a < current.Length; a++)
            for (int b = 0; b < current.Length; b++)
                gains[a * current.Length + b] += (int)Math.Max(0, current[b] - current[a]);
    }
}
