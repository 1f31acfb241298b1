using SnnGen.Conversion.TuningCurves;

namespace SnnGen.Conversion.LinearPrograms;

/// <summary>The prior's current as an affine function of the normalised preactivation: I = p u + q.</summary>
/// <param name="Gain">p.</param>
/// <param name="Shift">q.</param>
public readonly record struct PriorFit(double Gain, double Shift)
{
    private const int LargestSample = 20_000;
    private const int Halvings = 12;

    /// <summary>Minimises the mean of (g(p u + q) − r)², g the neuron's staircase, by pattern search.</summary>
    /// <param name="preactivations">u.</param>
    /// <param name="rates">r in 0…1, in the same order.</param>
    /// <param name="curve">g.</param>
    /// <param name="start">Where the search starts.</param>
    public static PriorFit Search(double[] preactivations, double[] rates, TuningCurve curve, PriorFit start)
    {
        int stride = Math.Max(1, preactivations.Length / LargestSample);
        PriorFit best = start;
        double bestError = Error(best);
        double gainStep = 0.2 * Math.Abs(start.Gain), shiftStep = 0.1;
        for (int halving = 0; halving < Halvings;)
        {
            PriorFit[] neighbours =
            [
                best with { Gain = best.Gain + gainStep }, best with { Gain = best.Gain - gainStep },
                best with { Shift = best.Shift + shiftStep }, best with { Shift = best.Shift - shiftStep },
            ];
            (double error, PriorFit fit) = neighbours.Select(fit => (Error(fit), fit)).MinBy(pair => pair.Item1);
            if (error < bestError)
            {
                (bestError, best) = (error, fit);
            }
            else
            {
                (gainStep, shiftStep) = (gainStep / 2, shiftStep / 2);
                halving++;
            }
        }
        return best;

        double Error(PriorFit fit)
        {
            double sum = 0;
            for (int i = 0; i < preactivations.Length; i += stride)
            {
                double error = curve.Rate(fit.Gain * preactivations[i] + fit.Shift) - rates[i];
                sum += error * error;
            }
            return sum;
        }
    }
}
