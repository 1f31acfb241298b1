namespace SnnGen.Conversion.TuningCurves;

/// <summary>
/// r = g(I): spikes in T steps under a constant current, as a share of the K spikes that the neuron can fire at most, a
/// staircase kept as the edges between its levels (docs/mathematics.md, eq. 3). Threshold 1, initial potential ½. K is T
/// for a neuron without refractory period. A neuron that resets to zero skips levels.
/// </summary>
public sealed class TuningCurve
{
    private readonly double[] _onsets, _edges, _middles;

    /// <summary>The staircase of the given onsets.</summary>
    /// <param name="onsets">τ_1 ≤ … ≤ τ_K: the least current that gives at least k spikes in T steps.</param>
    public TuningCurve(double[] onsets)
    {
        _onsets = onsets;
        _edges = [.. onsets.Distinct()];
        _middles = [.. _edges.Select(edge => (onsets.Count(o => o < edge) + onsets.Count(o => o <= edge)) / (2.0 * onsets.Length))];
    }

    /// <summary>K, the most spikes in T steps.</summary>
    public int Levels => _onsets.Length;

    /// <summary>τ_1 ≤ … ≤ τ_K.</summary>
    public IReadOnlyList<double> Onsets => _onsets;

    /// <summary>g(I), a multiple of 1/K.</summary>
    public double Rate(double current)
    {
        int spikes = Array.BinarySearch(_onsets, current);
        if (spikes < 0)
            return (double)~spikes / Levels;
        while (spikes < Levels && _onsets[spikes] == current)
            spikes++;
        return (double)spikes / Levels;
    }

    /// <summary>
    /// g⁻¹(r) for 0 ≤ r ≤ 1: linear through the edges, each at the rate halfway between the levels it separates, and
    /// extrapolated at both ends.
    /// </summary>
    public double Inverse(double rate)
    {
        if (_edges.Length == 1)
            return 2 * _edges[0] * rate;
        int k = Array.BinarySearch(_middles, rate);
        k = Math.Clamp(k < 0 ? ~k - 1 : k, 0, _edges.Length - 2);
        double slope = (_edges[k + 1] - _edges[k]) / (_middles[k + 1] - _middles[k]);
        return _edges[k] + (rate - _middles[k]) * slope;
    }
}
