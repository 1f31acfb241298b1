namespace SnnGen.Conversion.LinearPrograms.Solving;

/// <summary>
/// The LeastAbsolute program of one neuron under <see cref="SynapseConstraints"/>: minimise over l ≤ w ≤ h and b
/// (1/N) Σ ρ_i + μ Σ |w_j − w⁰_j| + λ Σ |w_j| (docs/mathematics.md, eq. 14).
/// </summary>
internal sealed class ConstrainedNeuron
{
    private readonly NeuronProgram _program;

    public ConstrainedNeuron(NeuronProgram program, double[] prior, SynapseConstraints constraints)
    {
        (_program, Prior) = (program, prior);
        Sparsity = constraints.Sparsity * program.Rates.MeanMagnitude;
        double low = constraints.NonNegative ? 0 : -constraints.Bound;
        Low = [.. Enumerable.Repeat(low, prior.Length)];
        High = [.. Enumerable.Repeat(constraints.Bound, prior.Length)];
    }

    /// <summary>w⁰.</summary>
    public double[] Prior { get; }

    /// <summary>l.</summary>
    public double[] Low { get; }

    /// <summary>h.</summary>
    public double[] High { get; }

    /// <summary>λ in absolute terms.</summary>
    public double Sparsity { get; }

    /// <summary>w⁰ moved into the allowed set.</summary>
    public double Allowed(int input) => Math.Clamp(Prior[input], Low[input], High[input]);

    /// <summary>Leaves only some inputs free; all other weights are zero.</summary>
    public void Restrict(bool[] isFree)
    {
        for (int j = 0; j < isFree.Length; j++)
            if (!isFree[j])
                Low[j] = High[j] = 0;
    }

    /// <summary>Value at weights <paramref name="weights"/> and bias deviation β.</summary>
    public double Objective(double[] weights, double biasDeviation)
    {
        double[] deviation = [.. weights.Zip(Prior, (w, prior) => w - prior)];
        return _program.Objective(deviation, biasDeviation) + Sparsity * weights.Sum(Math.Abs);
    }

    /// <summary>The point with what the multipliers y prove of it: minimising the Lagrangian over the allowed weights bounds the optimum.</summary>
    public NeuronSolution Certified(double[] weights, double biasDeviation, double[] multipliers)
    {
        double[] y = [.. multipliers.Select((value, i) => Math.Clamp(value, -_program.LeftSlopes[i], _program.RightSlopes[i]))];
        double[] pressure = Pressure(y);
        // Toward a side that is open, the Lagrangian is bounded only up to a pressure of μ + λ.
        double open = Enumerable.Range(0, pressure.Length)
            .Max(j => Math.Max(double.IsInfinity(High[j]) ? -pressure[j] : 0, double.IsInfinity(Low[j]) ? pressure[j] : 0));
        double shrink = Math.Min(1, (_program.Anchor + Sparsity) / Math.Max(open, double.Epsilon));
        double bound = 0, sum = 0;
        for (int i = 0; i < y.Length; i++)
        {
            bound += shrink * y[i] * (_program.PriorCurrents[i] - _program.Kinks[i]);
            sum += shrink * y[i];
        }
        for (int j = 0; j < pressure.Length; j++)
            bound += Least(j, shrink * pressure[j]) - shrink * pressure[j] * Prior[j];
        double biasRange = 1 + Math.Abs(biasDeviation) + _program.PriorCurrents.Zip(_program.Kinks, (c, kink) => Math.Abs(c - kink)).Max();
        double[] start = [.. Enumerable.Range(0, Prior.Length).Select(Allowed)];
        return new NeuronSolution(
            [.. weights.Zip(Prior, (w, prior) => w - prior)], biasDeviation,
            new Certificate(Objective(weights, biasDeviation), Math.Max(0, bound - Math.Abs(sum) * biasRange), Objective(start, 0)));
    }

    // min over the allowed w of μ |w − w⁰| + λ |w| + P w: convex and piecewise linear, so at a kink or an end.
    private double Least(int j, double pressure)
    {
        double least = double.PositiveInfinity;
        foreach (double w in (ReadOnlySpan<double>)[Low[j], High[j], Allowed(j), Math.Clamp(0, Low[j], High[j])])
            if (double.IsFinite(w))
                least = Math.Min(least, _program.Anchor * Math.Abs(w - Prior[j]) + Sparsity * Math.Abs(w) + pressure * w);
        return least;
    }

    private double[] Pressure(double[] y)
    {
        var pressure = new double[Prior.Length];
        for (int i = 0; i < y.Length; i++)
            if (y[i] != 0)
                _program.Rates.Row(i).AddTo(pressure, y[i]);
        return pressure;
    }
}
