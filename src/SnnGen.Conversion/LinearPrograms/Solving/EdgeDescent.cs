namespace SnnGen.Conversion.LinearPrograms.Solving;

/// <summary>
/// Exact minimiser of one <see cref="NeuronProgram"/>: a primal simplex method on its kinks. A vertex is given by
/// k free variables (the bias and the weights off their prior) and k samples held at their kinks; the
/// basis is as small as the solution is sparse. Each pivot leaves the kink whose multiplier violates its bounds most
/// and descends along the edge through all kinks that still lie downhill (Barrodale and Roberts 1973), so that few
/// pivots suffice; prices of few weights do for most of them, and prices and directions use the sparsity of the rates.
/// </summary>
internal sealed partial class EdgeDescent
{
    private const int Bias = -1;
    private const int PivotsBetweenRefactorings = 100;
    private const int PivotLimit = 2000;
    private const double Tolerance = 1e-9;
    private const double SmallestSlope = 1e-11;

    private readonly NeuronProgram _program;
    private readonly double[] _kinks, _current, _multiplier, _deviation, _outerPressure, _pressure, _slope;
    private readonly int[] _signs;
    private readonly bool[] _isHeld;
    private readonly List<int> _held = [], _free = [Bias];
    private readonly BasisInverse _inverse = new();
    private readonly double[] _rowBuffer, _columnBuffer;
    private double[] _u = new double[16], _v = new double[16], _w = new double[16];
    private double _biasDeviation, _outerBiasPressure;

    public EdgeDescent(NeuronProgram program)
    {
        _program = program;
        int samples = program.Kinks.Length, inputs = program.Rates.Inputs;
        _kinks = Perturbed(program.Kinks);
        _current = (double[])program.PriorCurrents.Clone();
        _multiplier = new double[samples];
        _isHeld = new bool[samples];
        _slope = new double[samples];
        _columnBuffer = new double[samples];
        _deviation = new double[inputs];
        _outerPressure = new double[inputs];
        _pressure = new double[inputs];
        _rowBuffer = new double[inputs];
        _signs = new int[inputs];
    }

    /// <summary>Weight deviations d at the optimum.</summary>
    public ReadOnlySpan<double> Deviation => _deviation;

    /// <summary>Bias deviation β at the optimum.</summary>
    public double BiasDeviation => _biasDeviation;

    /// <summary>Multipliers y at the optimum.</summary>
    public ReadOnlySpan<double> Multipliers => _multiplier;

    /// <summary>Runs to the optimum, or until the pivot limit (the certificate then tells).</summary>
    public void Run()
    {
        Start();
        for (int pivot = 1; pivot <= PivotLimit; pivot++)
        {
            SolveMultipliers();
            if (ChooseEdge() is not { } edge || !Descend(edge))
                return;
            if (pivot % PivotsBetweenRefactorings == 0)
                Refactor();
        }
    }

    // Coinciding kinks would allow zero-length steps and cycling; nudged apart deterministically they do not. The
    // certificate is computed with the true kinks.
    private static double[] Perturbed(double[] kinks)
    {
        const double Nudge = 1e-9;
        var perturbed = new double[kinks.Length];
        for (int i = 0; i < kinks.Length; i++)
        {
            uint hash = unchecked((uint)(i + 1) * 2654435761u);
            perturbed[i] = kinks[i] + Nudge * (hash / (double)uint.MaxValue - 0.5);
        }
        return perturbed;
    }

    private bool Descend(Edge edge)
    {
        ComputeDirection(edge);
        if (LineSearch.Run(Breakpoints(), edge.Descent) is not { } stop)
            return false;
        foreach (Breakpoint passed in stop.Passed)
            Pass(passed);
        Move(edge, stop.Blocking.Step);
        Exchange(edge, stop.Blocking);
        return true;
    }

    // _w: change of each free variable; _slope: change of each sample's current, per unit step.
    private void ComputeDirection(Edge edge)
    {
        int size = _inverse.Size;
        Array.Clear(_slope);
        if (edge.IsWeight)
        {
            SparseVector column = _program.Rates.Column(edge.Index);
            Gather(column, _u);
            _inverse.Solve(_u, _w);
            for (int c = 0; c < size; c++)
                _w[c] *= -edge.Sign;
            column.AddTo(_slope, edge.Sign);
        }
        else
        {
            for (int c = 0; c < size; c++)
                _w[c] = edge.Sign * _inverse[c, edge.Index];
        }
        for (int c = 0; c < size; c++)
        {
            if (_free[c] == Bias)
                for (int i = 0; i < _slope.Length; i++)
                    _slope[i] += _w[c];
            else
                _program.Rates.Column(_free[c]).AddTo(_slope, _w[c]);
        }
    }

    // Entries of a column of X at the held samples.
    private void Gather(SparseVector column, double[] target)
    {
        column.AddTo(_columnBuffer, 1);
        for (int r = 0; r < _held.Count; r++)
            target[r] = _columnBuffer[_held[r]];
        foreach (int i in column.Indices)
            _columnBuffer[i] = 0;
    }

    private List<Breakpoint> Breakpoints()
    {
        var breakpoints = new List<Breakpoint>();
        for (int i = 0; i < _kinks.Length; i++)
        {
            double slope = _slope[i];
            if (_isHeld[i] || Math.Abs(slope) < SmallestSlope)
                continue;
            double distance = _kinks[i] - _current[i];
            bool approaching = IsAbove(i) ? slope < 0 : slope > 0;
            if (approaching)
                breakpoints.Add(new Breakpoint(
                    Math.Max(0, distance / slope), false, i,
                    (_program.LeftSlopes[i] + _program.RightSlopes[i]) * Math.Abs(slope)));
        }
        for (int c = 0; c < _free.Count; c++)
        {
            int j = _free[c];
            if (j != Bias && Math.Abs(_w[c]) >= SmallestSlope && _signs[j] * _w[c] < 0)
                breakpoints.Add(new Breakpoint(
                    Math.Max(0, -_deviation[j] / _w[c]), true, c, 2 * _program.Anchor * Math.Abs(_w[c])));
        }
        return breakpoints;
    }

    // A sample outside the basis has the multiplier of its side; L and R are never both zero.
    private bool IsAbove(int sample) =>
        _multiplier[sample] > 0 || (_multiplier[sample] == 0 && _program.RightSlopes[sample] == 0);
}
