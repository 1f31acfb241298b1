using MathNet.Numerics.LinearAlgebra;
using SnnGen.Conversion.Analog;

namespace SnnGen.Conversion.Calibration;

/// <summary>
/// Chooses a layer's rate code. Except for tanh and sigmoid the scale λ of each neuron minimises the mean squared error of its activation
/// above γ, clipped to 0…λ and rounded to K levels (docs/mathematics.md, eq. 4).
/// </summary>
public static class RateCodeChooser
{
    private const int Candidates = 48;
    private const int SmallestCandidate = 6;

    /// <summary>The rate code of a hidden layer.</summary>
    /// <param name="activation">φ.</param>
    /// <param name="activations">N × m activations on the calibration inputs.</param>
    /// <param name="levels">K, the most spikes of a neuron.</param>
    public static RateCode Choose(Activation activation, Matrix<double> activations, int levels) => activation switch
    {
        Tanh or Sigmoid => RateCode.Uniform(
            activations.ColumnCount, activation.Supremum - activation.Infimum, activation.Infimum),
        _ => Choose(activations, column => Offset(activation, column), levels),
    };

    private static RateCode Choose(Matrix<double> activations, Func<Vector<double>, double> offsetOf, int levels)
    {
        double[] offset = [.. activations.EnumerateColumns().Select(offsetOf)];
        double[] scale = [.. activations.EnumerateColumns().Select((column, j) => ChooseScale(column - offset[j], levels))];
        return new RateCode(scale, offset);
    }

    // Rate 0 stands for the least activation there is, or the least that is seen where there is none.
    private static double Offset(Activation activation, Vector<double> activations) =>
        double.IsFinite(activation.Infimum) ? activation.Infimum : activations.Minimum();

    private static double ChooseScale(Vector<double> activations, int levels)
    {
        double[] active = [.. activations.Where(a => a > 0)];
        if (active.Length == 0)
            return 1; // a neuron that is never active on the calibration inputs: any scale serves
        double largest = active.Max();
        return Enumerable.Range(SmallestCandidate, Candidates - SmallestCandidate + 1)
            .Select(k => largest * ((double)k / Candidates))
            .MinBy(scale => active.Sum(a => SquaredError(a, scale, levels)));
    }

    private static double SquaredError(double activation, double scale, int levels)
    {
        double level = Math.Min(levels, Math.Floor(activation / scale * levels + 0.5));
        double error = scale * level / levels - activation;
        return error * error;
    }
}
