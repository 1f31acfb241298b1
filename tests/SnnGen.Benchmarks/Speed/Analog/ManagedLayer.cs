using System.Numerics.Tensors;
using MathNet.Numerics.LinearAlgebra;
using SnnGen.Conversion.Analog;
using SnnGen.Spiking.Layers;

namespace SnnGen.Benchmarks.Speed.Analog;

/// <summary>One layer of the ANN in plain C#: dense or a convolution without padding, pooled before or after.</summary>
internal sealed class ManagedLayer
{
    private readonly SlidingWindow? _sumPooling, _convolution, _maxPooling;
    private readonly float[] _weights, _bias, _sums, _patch, _values, _pooled;
    private readonly int _inputs;
    private readonly bool _isLast;

    public ManagedLayer(AnalogLayer layer, bool isLast)
    {
        AnalogProjection projection = layer.Projections.Single();
        Matrix<double> weights = projection.Connection.Matrices.Single();
        _convolution = (projection.Connection as AnalogConvolution)?.Window;
        (_sumPooling, _maxPooling, _isLast) = (projection.Pooling, layer.Pooling, isLast);
        _inputs = weights.RowCount;
        // The weights of one output in a row.
        _weights = [.. weights.ToColumnMajorArray().Select(w => (float)w)];
        _bias = [.. layer.Bias.Select(b => (float)b)];
        _sums = new float[projection.Connection.Inputs];
        _patch = new float[_inputs];
        _values = new float[layer.Currents];
        _pooled = new float[layer.Units];
    }

    public ReadOnlySpan<float> Run(ReadOnlySpan<float> input)
    {
        if (_sumPooling is not null)
            input = Pool(_sumPooling, input, _sums, static (ReadOnlySpan<float> from, Span<float> to) => TensorPrimitives.Add(from, to, to));
        if (_convolution is not null)
            Convolve(_convolution, input);
        else
            Dense(input, _values);
        ReadOnlySpan<float> output = _maxPooling is null
            ? _values
            : Pool(_maxPooling, _values, _pooled, static (ReadOnlySpan<float> from, Span<float> to) => TensorPrimitives.Max(from, to, to));
        if (_isLast)
            return output;
        TensorPrimitives.Max(output, 0, _pooled);
        return _pooled;
    }

    private void Dense(ReadOnlySpan<float> input, Span<float> output)
    {
        for (int j = 0; j < output.Length; j++)
            output[j] = _bias[j] + TensorPrimitives.Dot(input, _weights.AsSpan(j * _inputs, _inputs));
    }

    private void Convolve(SlidingWindow window, ReadOnlySpan<float> input)
    {
        int row = window.KernelWidth * window.Input.Channels, channels = window.Output.Channels;
        for (int y = 0; y < window.Output.Height; y++)
        {
            for (int x = 0; x < window.Output.Width; x++)
            {
                for (int tap = 0; tap < window.KernelHeight; tap++)
                    input.Slice(window.Input.Index(y + tap, x, 0), row).CopyTo(_patch.AsSpan(tap * row));
                Dense(_patch, _values.AsSpan(window.Output.Index(y, x, 0), channels));
            }
        }
    }

    private static ReadOnlySpan<float> Pool(SlidingWindow window, ReadOnlySpan<float> input, float[] output, Combination combine)
    {
        int channels = window.Output.Channels;
        for (int y = 0; y < window.Output.Height; y++)
        {
            for (int x = 0; x < window.Output.Width; x++)
            {
                Span<float> to = output.AsSpan(window.Output.Index(y, x, 0), channels);
                input.Slice(window.Input.Index(y * window.StrideHeight, x * window.StrideWidth, 0), channels).CopyTo(to);
                for (int tap = 1; tap < window.Taps; tap++)
                {
                    int at = window.Input.Index(
                        y * window.StrideHeight + tap / window.KernelWidth, x * window.StrideWidth + tap % window.KernelWidth, 0);
                    combine(input.Slice(at, channels), to);
                }
            }
        }
        return output;
    }

    private delegate void Combination(ReadOnlySpan<float> from, Span<float> to);
}
