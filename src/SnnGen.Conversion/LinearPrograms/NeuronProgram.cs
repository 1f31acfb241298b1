namespace SnnGen.Conversion.LinearPrograms;

/// <summary>
/// The program of one neuron in deviations from the prior, w = w⁰ + d, b = b⁰ + β:
/// minimise Σ_i max(−L_i (t_i − κ_i), R_i (t_i − κ_i)) + μ Σ_j |d_j|,  t = c + X d + β,
/// c the currents of the prior. L_i, R_i ∈ {0, 1/N} are the slopes on the two sides of the kink κ_i.
/// </summary>
internal sealed class NeuronProgram
{
    public NeuronProgram(LayerProgram layer, int neuron)
    {
        Rates = layer.Rates;
        Anchor = layer.Anchor;
        Kinks = layer.Targets.Column(neuron).ToArray();
        PriorCurrents = new double[layer.Samples];
        LeftSlopes = new double[layer.Samples];
        RightSlopes = new double[layer.Samples];
        double[] prior = layer.Prior.Column(neuron).ToArray();
        double slope = 1.0 / layer.Samples;
        for (int i = 0; i < layer.Samples; i++)
        {
            PriorCurrents[i] = layer.PriorBias[neuron] + layer.Offsets[i, neuron] + Rates.Row(i).Dot(prior);
            TargetSide side = layer.Side(i, neuron);
            LeftSlopes[i] = side == TargetSide.AtMost ? 0 : slope;
            RightSlopes[i] = side == TargetSide.AtLeast ? 0 : slope;
        }
        PriorObjective = ObjectiveOfPrior();
    }

    public RateMatrix Rates { get; }

    public double Anchor { get; }

    public double[] PriorCurrents { get; }

    public double[] Kinks { get; }

    public double[] LeftSlopes { get; }

    public double[] RightSlopes { get; }

    public double PriorObjective { get; }

    /// <summary>Value of the program at (d, β).</summary>
    public double Objective(ReadOnlySpan<double> deviation, double biasDeviation)
    {
        double sum = 0;
        for (int i = 0; i < Kinks.Length; i++)
            sum += Cost(i, PriorCurrents[i] + Rates.Row(i).Dot(deviation) + biasDeviation - Kinks[i]);
        foreach (double d in deviation)
            sum += Anchor * Math.Abs(d);
        return sum;
    }

    /// <summary>
    /// A lower bound on the optimum from any multipliers y. The dual is: maximise Σ y_i (c_i − κ_i) subject to
    /// −L ≤ y ≤ R, Σ y = 0, |Xᵀ y| ≤ μ. Multipliers are clipped to their bounds and shrunk until all hold; what
    /// rounding leaves of Σ y is charged at <paramref name="biasRange"/>, the largest |β| considered.
    /// </summary>
    public double LowerBound(ReadOnlySpan<double> multipliers, double biasRange)
    {
        var pressure = new double[Rates.Inputs];
        double value = 0, sum = 0;
        for (int i = 0; i < Kinks.Length; i++)
        {
            double y = Math.Clamp(multipliers[i], -LeftSlopes[i], RightSlopes[i]);
            if (y == 0)
                continue;
            Rates.Row(i).AddTo(pressure, y);
            value += y * (PriorCurrents[i] - Kinks[i]);
            sum += y;
        }
        double largest = pressure.Length == 0 ? 0 : pressure.Max(Math.Abs);
        double shrink = largest > Anchor ? Anchor / largest : 1;
        return Math.Max(0, shrink * (value - Math.Abs(sum) * biasRange));
    }

    /// <summary>Proves what can be proven about the point (d, β) with the multipliers y.</summary>
    public Certificate Certify(ReadOnlySpan<double> deviation, double biasDeviation, ReadOnlySpan<double> multipliers) => new(
        Objective(deviation, biasDeviation), LowerBound(multipliers, BiasRange(biasDeviation)), PriorObjective);

    /// <summary>The same about the prior.</summary>
    public Certificate CertifyPrior(ReadOnlySpan<double> multipliers) =>
        new(PriorObjective, LowerBound(multipliers, BiasRange(0)), PriorObjective);

    private double BiasRange(double biasDeviation)
    {
        double largest = 0;
        for (int i = 0; i < Kinks.Length; i++)
            largest = Math.Max(largest, Math.Abs(PriorCurrents[i] - Kinks[i]));
        return 1 + Math.Abs(biasDeviation) + largest;
    }

    // Most neurons of a large layer stay at their prior: its currents are known and not summed again.
    private double ObjectiveOfPrior()
    {
        double sum = 0;
        for (int i = 0; i < Kinks.Length; i++)
            sum += Cost(i, PriorCurrents[i] - Kinks[i]);
        return sum;
    }

    private double Cost(int sample, double residual) =>
        residual > 0 ? RightSlopes[sample] * residual : -LeftSlopes[sample] * residual;
}
