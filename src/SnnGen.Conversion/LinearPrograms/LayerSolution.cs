using MathNet.Numerics.LinearAlgebra;

namespace SnnGen.Conversion.LinearPrograms;

/// <summary>Weights and biases of one layer, in units of the threshold, with what is proven about them.</summary>
/// <param name="Weights">W, n × m.</param>
/// <param name="Bias">b, length m.</param>
/// <param name="Certificates">One a neuron.</param>
public sealed record LayerSolution(Matrix<double> Weights, Vector<double> Bias, Certificate[] Certificates)
{
    /// <summary>Σ over neurons of the objective.</summary>
    public double Objective => Certificates.Sum(c => c.Objective);

    /// <summary>Σ over neurons of the prior's objective.</summary>
    public double PriorObjective => Certificates.Sum(c => c.PriorObjective);

    /// <summary>Σ over neurons of the lower bound.</summary>
    public double LowerBound => Certificates.Sum(c => c.LowerBound);

    /// <summary>(objective − lower bound) / objective of the whole layer; 0 where the objective of the mean neuron is negligible.</summary>
    public double RelativeGap => Certificate.Relative(Objective / Certificates.Length, LowerBound / Certificates.Length);
}

/// <summary>Weak duality for one neuron: no weights whatever reach an objective below the bound.</summary>
/// <param name="Objective">Objective of the solution.</param>
/// <param name="LowerBound">Value of a feasible point of the dual, ≤ the optimum.</param>
/// <param name="PriorObjective">Objective of the prior.</param>
public readonly record struct Certificate(double Objective, double LowerBound, double PriorObjective)
{
    // A residual of a millionth of the threshold is rounding of single-precision weights and inputs.
    private const double Negligible = 1e-6;

    /// <summary>(objective − lower bound) / objective; 0 where the objective is negligible.</summary>
    public double RelativeGap => Relative(Objective, LowerBound);

    // What is not finite proves nothing.
    internal static double Relative(double objective, double lowerBound) =>
        objective <= Negligible ? 0
        : double.IsFinite(objective) && double.IsFinite(lowerBound) ? Math.Max(0, (objective - lowerBound) / objective)
        : 1;
}
