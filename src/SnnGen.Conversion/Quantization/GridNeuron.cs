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

    private readonly LayerProgram _program;
    private readonly int _neuron;
    private readonly WeightGrid _grid;
    private readonly double[] _relaxed, _residual;
    private readonly double _step, _ridge;

    public GridNeuron(
        LayerProgram program, int neuron, double[] relaxed, int[] integers, double step, WeightGrid grid, double bias)
    {
        (_program, _neuron, _relaxed, _step, _grid) = (program, neuron, relaxed, step, grid);
        (Integers, Bias) = (integers, bias);
        double energy = Enumerable.Range(0, program.Inputs).Sum(i => program.Rates.Column(i).Values.Sum(x => x * x));
        _ridge = Ridge * energy / program.Inputs; // N times the σ of eq. 9, as residuals are summed here, not averaged
        double[] weights = [.. integers.Select(q => q * step)];
        _residual = [.. Enumerable.Range(0, program.Samples).Select(spot =>
            program.Rates.Row(spot).Dot(weights) + program.Offsets[spot, neuron] + bias - program.Targets[spot, neuron])];
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

    private bool Improve(int input)
    {
        SparseVector column = _program.Rates.Column(input);
        int change = 0;
        double best = -1e-12;
        foreach (int candidate in (ReadOnlySpan<int>)[-1, 1])
        {
            if (!_grid.Allows(Integers[input] + candidate, _relaxed[input]))
                continue;
            double difference = Difference(column, candidate * _step)
                + RidgeCost(input, Integers[input] + candidate) - RidgeCost(input, Integers[input]);
            if (difference < best)
                (best, change) = (difference, candidate);
        }
        if (change == 0)
            return false;
        Integers[input] += change;
        column.AddTo(_residual, change * _step);
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
        TargetSide side = _program.Side(spot, _neuron);
        bool isFree = (side == TargetSide.AtMost && residual < 0) || (side == TargetSide.AtLeast && residual > 0);
        return isFree ? 0 : residual * residual;
    }
}
