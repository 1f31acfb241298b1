using MathNet.Numerics.LinearAlgebra;
using SnnGen.Conversion.LinearPrograms;

namespace SnnGen.Conversion.Tests.Support;

/// <summary>Layer programs with sparse rates of T = 8 steps, like those of a real network.</summary>
internal static class RandomLayer
{
    /// <param name="seed">Seed.</param>
    /// <param name="samples">N.</param>
    /// <param name="inputs">n.</param>
    /// <param name="neurons">m.</param>
    /// <param name="density">Share of nonzero rates.</param>
    /// <param name="active">Share of active units; the others are silent or saturated.</param>
    /// <param name="anchor">μ relative to the mean rate.</param>
    public static LayerProgram Create(
        int seed, int samples, int inputs, int neurons, double density = 0.3, double active = 0.5, double anchor = 0.1)
    {
        var random = new Random(seed);
        var x = new double[samples, inputs];
        for (int i = 0; i < samples; i++)
            for (int j = 0; j < inputs; j++)
                x[i, j] = random.NextDouble() < density ? random.Next(1, 9) / 8.0 : 0;
        var rates = new RateMatrix(samples, inputs, (i, j) => x[i, j]);
        Matrix<double> prior = Matrix<double>.Build.Dense(inputs, neurons, (_, _) => random.NextDouble() - 0.5);
        Vector<double> bias = Vector<double>.Build.Dense(neurons, _ => 0.2 * random.NextDouble());
        Matrix<double> currents = rates.ToDense() * prior;
        var sides = new TargetSide[samples * neurons];
        Matrix<double> targets = currents.MapIndexed((i, j, current) =>
        {
            bool isActive = random.NextDouble() < active;
            TargetSide side = isActive ? TargetSide.Equal : random.NextDouble() < 0.8 ? TargetSide.AtMost : TargetSide.AtLeast;
            sides[i * neurons + j] = side;
            double noisy = current + bias[j] + 0.3 * (random.NextDouble() - 0.5);
            return side == TargetSide.Equal ? noisy : side == TargetSide.AtMost ? 0 : 1;
        }, Zeros.Include);
        return new LayerProgram(
            "random", rates, prior, bias, targets, sides, Matrix<double>.Build.Dense(samples, neurons), Math.Max(1e-6, anchor * rates.MeanMagnitude));
    }
}
