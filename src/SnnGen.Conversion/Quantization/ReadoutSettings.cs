using MathNet.Numerics.LinearAlgebra;
using SnnGen.Spiking;

namespace SnnGen.Conversion.Quantization;

/// <summary>The output neurons of a readout, from the logits on the calibration inputs (docs/mathematics.md, section 9).</summary>
internal static class ReadoutSettings
{
    /// <summary>The neurons.</summary>
    /// <param name="readout">How the outputs decide.</param>
    /// <param name="logits">N × outputs.</param>
    /// <param name="timeSteps">T.</param>
    public static NeuronSetting Choose(Readout readout, Matrix<double> logits, int timeSteps)
    {
        double[] largest = [.. logits.EnumerateRows().Select(row => Math.Max(row.Maximum(), 0)).Order()];
        return readout switch
        {
            // The largest logit spikes at every step: no output has more to say than it can.
            Readout.Count => NeuronSetting.SpikingReadout(Positive(largest[^1])),
            // Half of the inputs are decided after half of the steps.
            Readout.First => NeuronSetting.SpikingReadout(Positive(largest[largest.Length / 2]) * Math.Max(1, timeSteps / 2)),
            _ => NeuronSetting.Integrating,
        };
    }

    // Without a positive logit nothing spikes, and potentials decide at any threshold.
    private static double Positive(double logit) => logit > 0 ? logit : 1;
}
