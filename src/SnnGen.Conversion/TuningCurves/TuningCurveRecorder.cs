using SnnGen.Spiking.Neurons;

namespace SnnGen.Conversion.TuningCurves;

/// <summary>Measures a neuron's tuning curve by running it under constant currents.</summary>
public static class TuningCurveRecorder
{
    private const int Bisections = 60;
    private const double Rounding = 1e-12;

    /// <summary>The tuning curve of <paramref name="neuron"/> over T = <paramref name="timeSteps"/> steps.</summary>
    public static TuningCurve Record(NeuronModel neuron, int timeSteps)
    {
        var onsets = new double[timeSteps];
        for (int k = 1; k <= timeSteps; k++)
        {
            double low = 0, high = 2; // a current of 2 thresholds fires at every step, whatever leaks or resets
            for (int i = 0; i < Bisections; i++)
            {
                double middle = (low + high) / 2;
                (low, high) = CountSpikes(neuron, middle, timeSteps) >= k ? (low, middle) : (middle, high);
            }
            // A neuron that resets to zero skips levels; their onsets are one and must be equal.
            bool isSkipped = k > 1 && high - onsets[k - 2] < Rounding;
            onsets[k - 1] = isSkipped ? onsets[k - 2] : high;
        }
        return new TuningCurve(onsets);
    }

    private static int CountSpikes(NeuronModel neuron, double current, int timeSteps)
    {
        (double leak, ResetMode reset) = neuron switch
        {
            LeakyIntegrateAndFire n => (n.Leak, n.Reset),
            IntegrateAndFire n => (1.0, n.Reset),
            _ => throw new ArgumentException($"{neuron} does not spike", nameof(neuron)),
        };
        double potential = 0.5;
        int spikes = 0;
        for (int step = 0; step < timeSteps; step++)
        {
            potential = leak * potential + current;
            if (potential < 1)
                continue;
            spikes++;
            potential = reset == ResetMode.Subtract ? potential - 1 : 0;
        }
        return spikes;
    }
}
