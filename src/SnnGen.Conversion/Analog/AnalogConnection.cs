using MathNet.Numerics.LinearAlgebra;
using SnnGen.Spiking.Layers;

namespace SnnGen.Conversion.Analog;

/// <summary>The weights of a projection, finite.</summary>
public abstract record AnalogConnection
{
    /// <summary>Number of inputs.</summary>
    public abstract int Inputs { get; }

    /// <summary>Number of values it gives.</summary>
    public abstract int Outputs { get; }

    /// <summary>Its weights, one matrix a group.</summary>
    public abstract IReadOnlyList<Matrix<double>> Matrices { get; }
}

/// <summary>x W, x a row.</summary>
/// <param name="Weights">W, n × m.</param>
public sealed record AnalogDense(Matrix<double> Weights) : AnalogConnection
{
    /// <inheritdoc/>
    public override int Inputs => Weights.RowCount;

    /// <inheritdoc/>
    public override int Outputs => Weights.ColumnCount;

    /// <inheritdoc/>
    public override IReadOnlyList<Matrix<double>> Matrices => [Weights];
}

/// <summary>A convolution.</summary>
/// <param name="Window">Where the kernel lies; its maps have the channels of input and output.</param>
/// <param name="Groups">Groups; 1 for a full convolution.</param>
/// <param name="Kernels">
/// One a group: rows are taps and the group's input channels, (tapRow · kernelWidth + tapColumn) · channels + channel,
/// columns its output channels. A patch of the input, as a row, times this is the value at one place.
/// </param>
public sealed record AnalogConvolution(SlidingWindow Window, int Groups, Matrix<double>[] Kernels) : AnalogConnection
{
    /// <inheritdoc/>
    public override int Inputs => Window.Input.Size;

    /// <inheritdoc/>
    public override int Outputs => Window.Output.Size;

    /// <inheritdoc/>
    public override IReadOnlyList<Matrix<double>> Matrices => Kernels;

    /// <summary>Products that one convolution adds up, those with padding included.</summary>
    internal long Products => (long)Window.Output.Size * Window.Taps * (Window.Input.Channels / Groups);

    /// <summary>Every channel of a map to itself: a depthwise convolution of one tap.</summary>
    /// <param name="map">The map.</param>
    /// <param name="scale">Factors, one a channel.</param>
    public static AnalogConvolution Diagonal(FeatureMap map, double[] scale) => new(
        new SlidingWindow(map, map, 1, 1, 1, 1, 0, 0, 1, 1), map.Channels, [.. scale.Select(s => Matrix<double>.Build.Dense(1, 1, s))]);
}
