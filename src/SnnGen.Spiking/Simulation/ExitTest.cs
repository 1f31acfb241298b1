using SnnGen.Spiking.Numerics;

namespace SnnGen.Spiking.Simulation;

/// <summary>Says after which step an inference ends early.</summary>
public sealed class ExitTest
{
    private readonly EarlyExit _exit;
    private readonly bool _isSingle;
    private readonly int _timeSteps;
    private readonly int[] _gains;

    /// <summary>The test of <paramref name="network"/>'s exit.</summary>
    public ExitTest(SpikingNetwork network)
    {
        _exit = network.Output.Exit;
        _isSingle = network.Arithmetic is Float32Arithmetic;
        _timeSteps = network.TimeSteps;
        _gains = _exit.Rule == ExitRule.Exact ? ExitBounds.Gains(network.Layers[network.Layers.Count - 1]) : [];
    }

    /// <summary>Whether the inference ends now.</summary>
    /// <param name="potentials">The outputs after the step.</param>
    /// <param name="steps">t, steps taken, at least 1.</param>
    /// <param name="timeSteps">T of this inference.</param>
    public bool Holds(double[] potentials, int steps, int timeSteps)
    {
        // A longer run than the network's own may saturate, which no bound covers.
        if (_exit.Rule == ExitRule.Never || (_exit.Rule == ExitRule.Exact && timeSteps > _timeSteps))
            return false;
        int leader = Leader(potentials);
        return Enumerable.Range(0, potentials.Length).All(
            other => other == leader || Leads(potentials, leader, other, timeSteps - steps));
    }

    private bool Leads(double[] potentials, int leader, int other, int stepsLeft)
    {
        double lead = potentials[leader] - potentials[other];
        if (_exit.Rule == ExitRule.Confident)
            return (_isSingle ? (float)lead : lead) >= _exit.Margin;
        double gain = (double)stepsLeft * _gains[leader * potentials.Length + other];
        // Of equal potentials the lower index decides.
        return other < leader ? lead > gain : lead >= gain;
    }

    private static int Leader(double[] potentials)
    {
        double largest = potentials.Max();
        return Array.FindIndex(potentials, v => v.Equals(largest));
    }
}
