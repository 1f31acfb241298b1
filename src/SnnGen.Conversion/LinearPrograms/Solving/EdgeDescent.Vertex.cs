using MathNet.Numerics.LinearAlgebra;

namespace SnnGen.Conversion.LinearPrograms.Solving;

/// <content>The vertex: which samples are held, which variables are free, and how a pivot changes that.</content>
internal sealed partial class EdgeDescent
{
    // The vertex where only the bias is free: the sample of median residual sits at its kink.
    private void Start()
    {
        int[] order = [.. Enumerable.Range(0, _kinks.Length).OrderBy(i => _kinks[i] - _current[i]).ThenBy(i => i)];
        int first = order[order.Length / 2];
        _biasDeviation = _kinks[first] - _current[first];
        _held.Add(first);
        _isHeld[first] = true;
        for (int i = 0; i < _current.Length; i++)
        {
            _current[i] = i == first ? _kinks[i] : _current[i] + _biasDeviation;
            if (i != first)
                MoveOutside(i, _current[i] > _kinks[i]);
        }
    }

    private void MoveOutside(int sample, bool above)
    {
        double y = above ? _program.RightSlopes[sample] : -_program.LeftSlopes[sample];
        AddOuterPressure(sample, y);
        _multiplier[sample] = y;
    }

    private void AddOuterPressure(int sample, double y)
    {
        if (y == 0)
            return;
        _program.Rates.Row(sample).AddTo(_outerPressure, y);
        _outerBiasPressure += y;
    }

    private void Pass(Breakpoint breakpoint)
    {
        if (breakpoint.IsWeight)
        {
            _signs[_free[breakpoint.Index]] *= -1;
            return;
        }
        int i = breakpoint.Index;
        bool above = !IsAbove(i);
        AddOuterPressure(i, -_multiplier[i]);
        MoveOutside(i, above);
    }

    private void Move(Edge edge, double step)
    {
        for (int i = 0; i < _current.Length; i++)
            _current[i] += step * _slope[i];
        for (int c = 0; c < _free.Count; c++)
        {
            if (_free[c] == Bias)
                _biasDeviation += step * _w[c];
            else
                _deviation[_free[c]] += step * _w[c];
        }
        if (edge.IsWeight)
            _deviation[edge.Index] = step * edge.Sign;
    }

    private void Exchange(Edge edge, Breakpoint blocking)
    {
        if (edge.IsWeight)
            Gather(_program.Rates.Column(edge.Index), _u);
        int leavingSample = edge.IsWeight ? -1 : _held[edge.Index];

        if (edge.IsWeight && blocking.IsWeight)
        {
            _inverse.Solve(_u, _v);
            _inverse.ReplaceColumn(blocking.Index, _v);
            Rest(_free[blocking.Index]);
            _free[blocking.Index] = edge.Index;
        }
        else if (edge.IsWeight)
        {
            double corner = _program.Rates.Column(edge.Index).At(blocking.Index);
            _inverse.Solve(_u, _v);
            BasisRow(blocking.Index, _w);
            double schur = corner;
            for (int c = 0; c < _free.Count; c++)
                schur -= _w[c] * _v[c];
            _inverse.SolveTransposed(_w, _u);
            _inverse.Border(_v, _u, schur);
            _free.Add(edge.Index);
            _held.Add(blocking.Index);
            Hold(blocking.Index);
        }
        else if (blocking.IsWeight)
        {
            Rest(_free[blocking.Index]);
            _inverse.Delete(edge.Index, blocking.Index);
            RemoveSwapping(_held, edge.Index);
            RemoveSwapping(_free, blocking.Index);
        }
        else
        {
            BasisRow(blocking.Index, _w);
            _inverse.SolveTransposed(_w, _v);
            _inverse.ReplaceRow(edge.Index, _v);
            _held[edge.Index] = blocking.Index;
            Hold(blocking.Index);
        }

        if (edge.IsWeight)
        {
            _signs[edge.Index] = edge.Sign;
        }
        else
        {
            _isHeld[leavingSample] = false;
            MoveOutside(leavingSample, edge.Sign > 0);
        }
    }

    // Entries of a row of (X, 1) at the free variables.
    private void BasisRow(int sample, double[] target)
    {
        SparseVector row = _program.Rates.Row(sample);
        row.AddTo(_rowBuffer, 1);
        for (int c = 0; c < _free.Count; c++)
            target[c] = _free[c] == Bias ? 1 : _rowBuffer[_free[c]];
        foreach (int j in row.Indices)
            _rowBuffer[j] = 0;
    }

    private void Hold(int sample)
    {
        AddOuterPressure(sample, -_multiplier[sample]);
        _isHeld[sample] = true;
        _current[sample] = _kinks[sample];
    }

    private void Rest(int weight)
    {
        _deviation[weight] = 0;
        _signs[weight] = 0;
    }

    private static void RemoveSwapping(List<int> list, int index)
    {
        list[index] = list[^1];
        list.RemoveAt(list.Count - 1);
    }

    private void Refactor()
    {
        int size = _inverse.Size;
        var basis = Matrix<double>.Build.Dense(size, size);
        for (int r = 0; r < size; r++)
        {
            BasisRow(_held[r], _w);
            for (int c = 0; c < size; c++)
                basis[r, c] = _w[c];
        }
        _inverse.Refactor(basis);
        Array.Clear(_outerPressure);
        _outerBiasPressure = 0;
        for (int i = 0; i < _current.Length; i++)
        {
            if (_isHeld[i])
                continue;
            _current[i] = _program.PriorCurrents[i] + _program.Rates.Row(i).Dot(_deviation) + _biasDeviation;
            AddOuterPressure(i, _multiplier[i]);
        }
    }

    private void EnsureBuffers()
    {
        if (_u.Length > _inverse.Size)
            return;
        int size = 2 * _inverse.Size + 2;
        (_u, _v, _w) = (new double[size], new double[size], new double[size]);
    }
}
