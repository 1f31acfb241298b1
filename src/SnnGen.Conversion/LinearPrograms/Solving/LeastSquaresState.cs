using MathNet.Numerics.LinearAlgebra;

namespace SnnGen.Conversion.LinearPrograms.Solving;

/// <summary>
/// Iterates of <see cref="LeastSquaresSolver"/>: Z is (n + 1) × m, deviations from the prior with the bias as last row,
/// row-major, so that all neurons move with each vector operation.
/// </summary>
internal sealed class LeastSquaresState
{
    private readonly LayerProgram _program;
    private readonly ParallelOptions _parallel;
    private readonly int _rows, _neurons;
    private readonly double _ridge;
    private readonly SparseVector[] _samples, _inputs, _preconditioner;
    private readonly double[] _offset, _residual, _gradient, _step, _momentum;
    private readonly double[] _bestObjective;
    private readonly double[] _point;
    private double[] _z, _previous;

    public LeastSquaresState(LayerProgram program, int threads, CancellationToken cancellation)
    {
        _program = program;
        _parallel = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        (_rows, _neurons) = (program.Inputs + 1, program.Neurons);
        _samples = [.. Enumerable.Range(0, program.Samples).Select(i => Append(program.Rates.Row(i), program.Inputs))];
        double[] ones = [.. Enumerable.Repeat(1.0, program.Samples)];
        _inputs = [.. Enumerable.Range(0, program.Inputs).Select(program.Rates.Column), Dense(ones)];
        Matrix<double> x = program.Rates.ToDense().InsertColumn(program.Inputs, Vector<double>.Build.Dense(ones));
        Matrix<double> curvature = x.TransposeThisAndMultiply(x) / program.Samples;
        double relativeAnchor = program.Anchor / Math.Max(program.Rates.MeanMagnitude, double.Epsilon);
        _ridge = Math.Max(1e-9, relativeAnchor * curvature.Diagonal().SubVector(0, program.Inputs).Average());
        for (int j = 0; j < program.Inputs; j++)
            curvature[j, j] += _ridge;
        IsDefinite = curvature.Enumerate().All(double.IsFinite);
        _preconditioner = !IsDefinite ? [] : [.. curvature.Cholesky().Solve(Matrix<double>.Build.DenseIdentity(_rows)).EnumerateRows()
            .Select(row => Dense(row.ToArray()))];

        _offset = Offsets(program);
        _residual = new double[program.Samples * _neurons];
        (_gradient, _step) = (new double[_rows * _neurons], new double[_rows * _neurons]);
        (_z, _previous, _point) = (new double[_rows * _neurons], new double[_rows * _neurons], new double[_rows * _neurons]);
        _momentum = [.. Enumerable.Repeat(1.0, _neurons)];
        _bestObjective = [.. Enumerable.Repeat(double.PositiveInfinity, _neurons)];
    }

    /// <summary>False where the numbers of the program are beyond a quadratic one: then nothing can be iterated.</summary>
    public bool IsDefinite { get; }

    /// <summary>One accelerated step of every neuron; a neuron whose objective rises restarts its momentum.</summary>
    public void Iterate()
    {
        Residuals(_point);
        Multiply(_inputs, _residual, _gradient, 1.0 / _program.Samples);
        for (int k = 0; k < _program.Inputs * _neurons; k++)
            _gradient[k] += _ridge * _point[k];
        Multiply(_preconditioner, _gradient, _step, 1);
        (_previous, _z) = (_z, _previous);
        for (int k = 0; k < _z.Length; k++)
            _z[k] = _point[k] - _step[k];

        Residuals(_z);
        double[] objective = Objectives(_z);
        for (int j = 0; j < _neurons; j++)
        {
            bool restart = objective[j] > _bestObjective[j];
            double next = restart ? 1 : (1 + Math.Sqrt(1 + 4 * _momentum[j] * _momentum[j])) / 2;
            double weight = restart ? 0 : (_momentum[j] - 1) / next;
            _momentum[j] = next;
            _bestObjective[j] = objective[j];
            for (int k = j; k < _z.Length; k += _neurons)
                _point[k] = _z[k] + weight * (_z[k] - _previous[k]);
        }
    }

    /// <summary>Weak duality at the current iterate, with multipliers y = 2 ρ / N.</summary>
    public Certificate[] Certify()
    {
        double[] prior = PriorObjectives();
        Residuals(_z);
        double[] objective = Objectives(_z);
        var pressure = new double[_rows * _neurons];
        double scale = 2.0 / _program.Samples;
        Multiply(_inputs, _residual, pressure, scale);
        var certificates = new Certificate[_neurons];
        for (int j = 0; j < _neurons; j++)
        {
            double bound = 0, range = 1 + Math.Abs(_z[_program.Inputs * _neurons + j]);
            for (int k = j; k < _residual.Length; k += _neurons)
            {
                double y = scale * _residual[k];
                bound += y * _offset[k] - _program.Samples / 4.0 * y * y;
                range = Math.Max(range, Math.Abs(_offset[k]));
            }
            for (int i = 0; i < _program.Inputs; i++)
                bound -= pressure[i * _neurons + j] * pressure[i * _neurons + j] / (4 * _ridge);
            bound -= Math.Abs(pressure[_program.Inputs * _neurons + j]) * range;
            certificates[j] = new Certificate(objective[j], Math.Max(0, bound), prior[j]);
        }
        return certificates;
    }

    /// <summary>Where iterations went astray, beyond all numbers or above the prior's objective, the prior is the solution.</summary>
    /// <returns>Whether there is such a neuron: then its certificate is another.</returns>
    public bool KeepBetterPriors(Certificate[] certificates)
    {
        bool isAny = false;
        for (int j = 0; j < _neurons; j++)
        {
            if (double.IsFinite(certificates[j].Objective) && certificates[j].Objective <= certificates[j].PriorObjective)
                continue;
            isAny = true;
            for (int k = j; k < _z.Length; k += _neurons)
                _z[k] = 0;
        }
        return isAny;
    }

    /// <summary>Deviations (n × m) and bias deviations (m).</summary>
    public (Matrix<double> Deviation, Vector<double> Bias) Solution() => (
        Matrix<double>.Build.Dense(_program.Inputs, _neurons, (i, j) => _z[i * _neurons + j]),
        Vector<double>.Build.Dense(_neurons, j => _z[_program.Inputs * _neurons + j]));

    private double[] PriorObjectives()
    {
        var zero = new double[_z.Length];
        Residuals(zero);
        return Objectives(zero);
    }

    // c − κ, N × m.
    private static double[] Offsets(LayerProgram program)
    {
        Matrix<double> currents = program.Rates.ToDense() * program.Prior + program.Offsets - program.Targets;
        return [.. currents.ToRowMajorArray().Select((value, k) => value + program.PriorBias[k % program.Neurons])];
    }

    // ρ: residuals on the sides that cost.
    private void Residuals(double[] z)
    {
        Multiply(_samples, z, _residual, 1);
        for (int k = 0; k < _residual.Length; k++)
        {
            double residual = _residual[k] + _offset[k];
            TargetSide side = _program.Sides[k];
            bool isFree = (side == TargetSide.AtMost && residual < 0) || (side == TargetSide.AtLeast && residual > 0);
            _residual[k] = isFree ? 0 : residual;
        }
    }

    private double[] Objectives(double[] z)
    {
        var objective = new double[_neurons];
        for (int k = 0; k < _residual.Length; k++)
            objective[k % _neurons] += _residual[k] * _residual[k] / _program.Samples;
        for (int k = 0; k < _program.Inputs * _neurons; k++)
            objective[k % _neurons] += _ridge * z[k] * z[k];
        return objective;
    }

    // result[i, :] = factor Σ_k rows[i]_k matrix[k, :]
    private void Multiply(SparseVector[] rows, double[] matrix, double[] result, double factor) =>
        Parallel.For(0, rows.Length, _parallel, i =>
        {
            Span<double> target = result.AsSpan(i * _neurons, _neurons);
            target.Clear();
            SparseVector row = rows[i];
            for (int k = 0; k < row.Indices.Length; k++)
                DenseVector.AddScaled(target, matrix.AsSpan(row.Indices[k] * _neurons, _neurons), factor * row.Values[k]);
        });

    private static SparseVector Append(SparseVector row, int index) =>
        new([.. row.Indices, index], [.. row.Values, 1]);

    private static SparseVector Dense(double[] values) => new([.. Enumerable.Range(0, values.Length)], values);
}
