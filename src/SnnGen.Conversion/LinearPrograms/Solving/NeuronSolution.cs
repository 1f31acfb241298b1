namespace SnnGen.Conversion.LinearPrograms.Solving;

/// <summary>Weights and bias of one neuron, as deviations from the prior, with what is proven about them.</summary>
/// <param name="Deviation">d, length n.</param>
/// <param name="BiasDeviation">β.</param>
/// <param name="Certificate">The proof.</param>
internal sealed record NeuronSolution(double[] Deviation, double BiasDeviation, Certificate Certificate)
{
    /// <summary>The prior itself, certified by <paramref name="multipliers"/>.</summary>
    public static NeuronSolution Prior(NeuronProgram program, ReadOnlySpan<double> multipliers) =>
        new(new double[program.Rates.Inputs], 0, program.CertifyPrior(multipliers));
}
