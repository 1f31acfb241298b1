namespace SnnGen.Runtime;

using System;

/// <summary>
/// Outputs in the units of the model: a function of u = scale · v / t, v the membrane potential after t steps. Computed in
/// double precision and rounded once.
/// </summary>
internal static class OutputUnits
{
    /// <summary>u.</summary>
    public static float Identity<T>(ReadOnlySpan<T> potentials, int output, long steps, double scale)
        where T : struct, IConvertible => (float)Mean(potentials, output, steps, scale);

    /// <summary>max(u, 0).</summary>
    public static float Relu<T>(ReadOnlySpan<T> potentials, int output, long steps, double scale)
        where T : struct, IConvertible => (float)Math.Max(Mean(potentials, output, steps, scale), 0);

    /// <summary>tanh u.</summary>
    public static float Tanh<T>(ReadOnlySpan<T> potentials, int output, long steps, double scale)
        where T : struct, IConvertible => (float)Math.Tanh(Mean(potentials, output, steps, scale));

    /// <summary>1 / (1 + exp(-u)).</summary>
    public static float Sigmoid<T>(ReadOnlySpan<T> potentials, int output, long steps, double scale)
        where T : struct, IConvertible => (float)(1 / (1 + Math.Exp(-Mean(potentials, output, steps, scale))));

    private static double Mean<T>(ReadOnlySpan<T> potentials, int output, long steps, double scale)
        where T : struct, IConvertible
    {
        Arguments.RequireIndex(output, potentials.Length, nameof(output));
        return scale * potentials[output].ToDouble(null) / Math.Max(steps, 1);
    }
}
