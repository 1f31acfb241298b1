using SnnGen.Conversion.LinearPrograms;

namespace SnnGen.Conversion.Quantization;

/// <summary>
/// Integer weights of one neuron and the one-sided squared residuals that they leave; the ridge toward the relaxed
/// optimum is that of the LeastSquares program (docs/mathematics.md, eq. 9).
/// </summary>
internal sealed class GridNeuron
{
    private const int Sweeps = 20;
    private const int BiasIterations = 8;
    private const double Ridge = 0.1;
    private const double SmallestGain = 1e-12;

    private readonly RateMatrix _rates;
    private readonly WeightGrid _grid;
    private readonly double[] _relaxed, _residual, _least, _most;
    private readonly double _step, _ridge;

    public GridNeuron(
        LayerProgram program, int neuron, double[] relaxed, int[] integers, double step, WeightGrid grid, double bias)
    {
        (_rates, _relaxed, _step, _grid) = (program.Rates, relaxed, step, grid);
        (Integers, Bias) = (integers, bias);
        _ridge = Ridge * program.Rates.Energies.Sum() / program.Inputs; // N times the σ of eq. 9, as residuals are summed here, not averaged
        double[] weights = [.. integers.Select(q => q * step)];
        _residual = [.. Enumerable.Range(0, program.Samples).Select(spot =>
            program.Rates.Row(spot).Dot(weights) + program.Offsets[spot, neuron] + bias - program.Targets[spot, neuron])];
        _least = [.. Enumerable.Range(0, program.Samples).Select(spot => program.Side(spot, neuron) == TargetSide.AtMost ? 0 : double.NegativeInfinity)];
        _most = [.. Enumerable.Range(0, program.Samples).Select(spot => program.Side(spot, neuron) == TargetSide.AtLeast ? 0 : double.PositiveInfinity)];
    }

    /// <summary>q.</summary>
    public int[] Integers { get; }

    /// <summary>Bias deviation b.</summary>
    public double Bias { get; private set; }

    /// <summary>Σ of the squared residuals that cost.</summary>
    public double Error => Enumerable.Range(0, _residual.Length).Sum(spot => Cost(spot, _residual[spot]));

    /// <summary>Changes weights by single steps of the grid for as long as that lowers the error.</summary>
    public void Descend()
    {
        for (int sweep = 0; sweep < Sweeps; sweep++)
        {
            bool isChanged = false;
            for (int i = 0; i < Integers.Length; i++)
                isChanged |= Improve(i);
            if (!isChanged)
                return;
            FitBias();
        }
    }

    /// <summary>The bias that minimises the error: Newton's method on a piecewise quadratic.</summary>
    public void FitBias()
    {
        for (int iteration = 0; iteration < BiasIterations; iteration++)
        {
            double sum = 0;
            int count = 0;
            for (int spot = 0; spot < _residual.Length; spot++)
            {
                if (Cost(spot, _residual[spot]) == 0)
                    continue;
                sum += _residual[spot];
                count++;
            }
            if (count == 0)
                return;
            double shift = -sum / count;
            Bias += shift;
            for (int spot = 0; spot < _residual.Length; spot++)
                _residual[spot] += shift;
        }
    }

    // The error is convex in each weight: only against its slope can a step lower it, and by no more than the slope and the
    // curvature of the samples that always cost tell, which spares most steps the look at all samples.
    private bool Improve(int input)
    {
        SparseVector column = _rates.Column(input);
        double slope = 0, curvature = 0;
        for (int k = 0; k < column.Indices.Length; k++)
        {
            int spot = column.Indices[k];
            double x = column.Values[k];
            slope += 2 * Violation(spot, _residual[spot]) * x;
            curvature += double.IsInfinity(_least[spot]) && double.IsInfinity(_most[spot]) ? x * x : 0;
        }
        slope += 2 * _ridge * (Integers[input] * _step - _relaxed[input]);
        int change = slope > 0 ? -1 : 1;
        double step = change * _step;
        // Stated so that what is not a number changes nothing.
        bool isBetter = _grid.Allows(Integers[input] + change, _relaxed[input])
            && step * slope + step * step * (curvature + _ridge) < -SmallestGain
            && Difference(column, step) + RidgeCost(input, Integers[input] + change) - RidgeCost(input, Integers[input]) < -SmallestGain;
        if (!isBetter)
            return false;
        Integers[input] += change;
        column.AddTo(_residual, step);
        return true;
    }

    private double RidgeCost(int input, int integer)
    {
        double deviation = integer * _step - _relaxed[input];
        return _ridge * deviation * deviation;
    }

    private double Difference(SparseVector column, double step)
    {
        double sum = 0;
        for (int k = 0; k < column.Indices.Length; k++)
        {
            int spot = column.Indices[k];
            sum += Cost(spot, _residual[spot] + step * column.Values[k]) - Cost(spot, _residual[spot]);
        }
        return sum;
    }

    private double Cost(int spot, double residual)
    {
        double violation = Violation(spot, residual);
        return violation * violation;
    }

    private double Violation(int spot, double residual) => Math.Clamp(residual, _least[spot], _most[spot]);
}
