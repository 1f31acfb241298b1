namespace SnnGen.Conversion.LinearPrograms.Solving;

/// <summary>The MinMax program of one neuron: its value, and bounds on its optimum.</summary>
internal sealed class MinMaxNeuron(NeuronProgram program)
{
    private readonly double[] _none = new double[program.Rates.Inputs];

    /// <summary>max_i ρ_i + μ Σ |d_j|.</summary>
    public double Objective(ReadOnlySpan<double> deviation, double biasDeviation)
    {
        double largest = 0, price = 0;
        for (int i = 0; i < program.Kinks.Length; i++)
        {
            double residual = program.PriorCurrents[i] + program.Rates.Row(i).Dot(deviation) + biasDeviation - program.Kinks[i];
            if (residual > 0 ? program.RightSlopes[i] > 0 : program.LeftSlopes[i] > 0)
                largest = Math.Max(largest, Math.Abs(residual));
        }
        foreach (double d in deviation)
            price += program.Anchor * Math.Abs(d);
        return largest + price;
    }

    /// <summary>
    /// A lower bound on the optimum from any multipliers y: maximise Σ y_i (c_i − κ_i) subject to Σ |y| ≤ 1, Σ y = 0,
    /// |Xᵀ y| ≤ μ, and y of the sign of the side that costs. What is not feasible is clipped and shrunk; what rounding
    /// leaves of Σ y is charged at <paramref name="biasRange"/>.
    /// </summary>
    public double LowerBound(ReadOnlySpan<double> multipliers, double biasRange)
    {
        var pressure = new double[program.Rates.Inputs];
        double value = 0, sum = 0, size = 0;
        for (int i = 0; i < program.Kinks.Length; i++)
        {
            double y = multipliers[i];
            if (y > 0 ? program.RightSlopes[i] == 0 : program.LeftSlopes[i] == 0)
                continue;
            program.Rates.Row(i).AddTo(pressure, y);
            value += y * (program.PriorCurrents[i] - program.Kinks[i]);
            sum += y;
            size += Math.Abs(y);
        }
        double shrink = 1 / Math.Max(1, Math.Max(size, pressure.Max(Math.Abs) / program.Anchor));
        return Math.Max(0, shrink * (value - Math.Abs(sum) * biasRange));
    }

    /// <summary>The point with what <paramref name="multipliers"/> prove of it.</summary>
    public NeuronSolution Certified(double[] deviation, double biasDeviation, double[] multipliers)
    {
        double biasRange = 1 + Math.Abs(biasDeviation)
            + program.PriorCurrents.Zip(program.Kinks, (c, kink) => Math.Abs(c - kink)).Max();
        return new NeuronSolution(deviation, biasDeviation, new Certificate(
            Objective(deviation, biasDeviation), LowerBound(multipliers, biasRange), Objective(_none, 0)));
    }

    /// <summary>The prior, likewise.</summary>
    public NeuronSolution Prior(double[] multipliers) => Certified(_none, 0, multipliers);
}
