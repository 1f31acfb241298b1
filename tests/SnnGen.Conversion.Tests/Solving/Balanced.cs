using SnnGen.Conversion.LinearPrograms;

namespace SnnGen.Conversion.Tests.Solving;

/// <summary>Multipliers that a bound above zero can come from.</summary>
internal static class Balanced
{
    /// <summary>Of the side of their residuals, which sum to zero: those of each side to ±<paramref name="size"/>.</summary>
    public static double[] Multipliers(NeuronProgram neuron, double[] magnitudes, double size)
    {
        double[] y = [.. Enumerable.Range(0, neuron.Kinks.Length).Select(i => (neuron.PriorCurrents[i] - neuron.Kinks[i]) switch
        {
            > 0 when neuron.RightSlopes[i] > 0 => Math.Abs(magnitudes[i]),
            < 0 when neuron.LeftSlopes[i] > 0 => -Math.Abs(magnitudes[i]),
            _ => 0.0,
        })];
        double up = y.Where(value => value > 0).Sum(), down = -y.Where(value => value < 0).Sum();
        return up == 0 || down == 0 ? new double[y.Length] : [.. y.Select(value => size * value / (value > 0 ? up : down))];
    }
}
