using System.Collections.Immutable;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Conversion.Analog;

/// <summary>
/// One layer of the ANN: a = φ(pool(Σ projections) + b), where pool is a maximum over windows or nothing. Units are
/// numbered as the neurons of a <see cref="SpikingLayer"/> are: channels last.
/// </summary>
/// <param name="Name">Name of the node in the model file.</param>
/// <param name="Shape">m, or height × width × channels, after pooling.</param>
/// <param name="Projections">At least one; all give the same number of values.</param>
/// <param name="Pooling">Windows of a maximum, or null.</param>
/// <param name="Bias">b, one value a unit or a channel, finite.</param>
/// <param name="Activation">φ.</param>
public sealed record AnalogLayer(
    string Name,
    TensorShape Shape,
    ImmutableArray<AnalogProjection> Projections,
    SlidingWindow? Pooling,
    double[] Bias,
    Activation Activation)
{
    /// <summary>m, number of units.</summary>
    public int Units => Shape.Size;

    /// <summary>Number of values before pooling.</summary>
    public int Currents => Projections[0].Connection.Outputs;

    /// <summary>Number of channels: m for a fully connected layer.</summary>
    public int Channels => Shape.Dimensions[^1];

    /// <summary>
    /// b of a value before pooling. Where it differs from place to place, pooling has it only after the maximum: the
    /// first place then stands for all.
    /// </summary>
    public double BiasBeforePooling(int unit) => Bias[unit % (Pooling is null ? Bias.Length : Channels)];

    /// <summary>The bias with a shift of the values before pooling added, per channel if it is the same everywhere.</summary>
    /// <param name="shift">One value for every value before pooling.</param>
    public double[] ShiftedBias(double[] shift)
    {
        int channels = Channels;
        bool isUniform = !shift.Where((value, j) => value != shift[j % channels]).Any();
        int length = isUniform || Pooling is not null ? Bias.Length : Units;
        return [.. Enumerable.Range(0, length).Select(j => Bias[j % Bias.Length] + shift[j % (isUniform ? channels : shift.Length)])];
    }
}
