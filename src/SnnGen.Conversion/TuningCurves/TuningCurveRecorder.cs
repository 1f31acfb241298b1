using SnnGen.Spiking.Neurons;

namespace SnnGen.Conversion.TuningCurves;

/// <summary>Measures a neuron's tuning curve by running it under constant currents.</summary>
public static class TuningCurveRecorder
{
    private const int Bisections = 60;
    private const double Rounding = 1e-12;

    /// <summary>The tuning curve of <paramref name="neuron"/> over T = <paramref name="timeSteps"/> steps.</summary>
    public static TuningCurve Record(SpikingNeuron neuron, int timeSteps)
    {
        NeuronDynamics dynamics = NeuronDynamics.Of(neuron);
        const double Saturating = 2; // thresholds a step: fires whenever it may, whatever leaks or resets
        var onsets = new double[CountSpikes(dynamics, Saturating, timeSteps)];
        for (int k = 1; k <= onsets.Length; k++)
        {
            double low = 0, high = Saturating;
            for (int i = 0; i < Bisections; i++)
            {
                double middle = (low + high) / 2;
                (low, high) = CountSpikes(dynamics, middle, timeSteps) >= k ? (low, middle) : (middle, high);
            }
            // A neuron that resets to zero skips levels; their onsets are one and must be equal.
            bool isSkipped = k > 1 && high - onsets[k - 2] < Rounding;
            onsets[k - 1] = isSkipped ? onsets[k - 2] : high;
        }
        return new TuningCurve(onsets);
    }

    private static int CountSpikes(NeuronDynamics neuron, double current, int timeSteps)
    {
        double potential = 0.5, synaptic = 0;
        int spikes = 0, refractory = 0;
        for (int step = 0; step < timeSteps; step++)
        {
            synaptic = (neuron.SynapticLeak ?? 0) * synaptic + current;
            if (refractory-- > 0)
                continue;
            potential = neuron.Leak * potential + synaptic;
            if (potential < 1)
                continue;
            spikes++;
            potential = neuron.Reset == ResetMode.Subtract ? potential - 1 : 0;
            refractory = neuron.Refractory;
        }
        return spikes;
    }
}
