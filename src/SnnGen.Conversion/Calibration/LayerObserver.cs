using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;
using SnnGen.Conversion.Analog;

namespace SnnGen.Conversion.Calibration;

/// <summary>Collects what the conversion needs to know about one layer, and no more than that.</summary>
internal sealed class LayerObserver
{
    // Enough activations of a channel to choose its rate code.
    private const int ActivationsPerSample = 16;

    private readonly AnalogLayer _layer;
    private readonly ImmutableArray<Spot> _spots;
    private readonly Matrix<double> _preactivations;
    private readonly List<double[]> _activations = [];
    private int _next;

    public LayerObserver(AnalogLayer layer, int samples)
    {
        _layer = layer;
        _spots = SpotChooser.Choose(layer, samples);
        _preactivations = Matrix<double>.Build.Dense(_spots.Length, layer.Channels);
    }

    /// <summary>Looks at a batch whose first sample is <paramref name="start"/>.</summary>
    public void Observe(Matrix<double> currents, Matrix<double> activations, int start)
    {
        int channels = _layer.Channels;
        for (; _next < _spots.Length && _spots[_next].Sample < start + currents.RowCount; _next++)
            for (int c = 0; c < channels; c++)
            {
                (int sample, int place) = _spots[_next];
                _preactivations[_next, c] = currents[sample - start, place * channels + c];
            }

        int places = _layer.Units / channels, stride = Math.Max(1, places / ActivationsPerSample);
        for (int i = 0; i < activations.RowCount; i++)
            for (int place = (start + i) % stride; place < places; place += stride)
                _activations.Add([.. Enumerable.Range(0, channels).Select(c => activations[i, place * channels + c])]);
    }

    /// <summary>The layer with what was seen.</summary>
    public CalibratedLayer Finish(int levels, bool isReadout) => new(
        _layer, _spots, _preactivations,
        isReadout ? null : RateCodeChooser.Choose(_layer.Activation, Matrix<double>.Build.DenseOfRows(_activations), levels));
}
