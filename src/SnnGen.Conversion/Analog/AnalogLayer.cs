using System.Collections.Immutable;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Conversion.Analog;

/// <summary>
/// One layer of the ANN: a = φ(pool(Σ projections + b)), where pool is a maximum over windows or nothing. Units are
/// numbered as the neurons of a <see cref="SpikingLayer"/> are: channels last.
/// </summary>
/// <param name="Name">Name of the node in the model file.</param>
/// <param name="Shape">m, or height × width × channels, after pooling.</param>
/// <param name="Projections">At least one; all give the same number of values.</param>
/// <param name="Pooling">Windows of a maximum, or null.</param>
/// <param name="Bias">b, one value before pooling or a channel, finite.</param>
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

    /// <summary>b of a value before pooling.</summary>
    public double BiasOf(int current) => Bias[current % Bias.Length];

    /// <summary>The bias with a shift of the values before pooling added, per channel if it is the same everywhere.</summary>
    /// <param name="shift">One value for every value before pooling.</param>
    public double[] ShiftedBias(double[] shift)
    {
        int channels = Channels;
        bool isUniform = !shift.Where((value, j) => value != shift[j % channels]).Any();
        int length = isUniform ? Bias.Length : Currents;
        return [.. Enumerable.Range(0, length).Select(j => BiasOf(j) + shift[j])];
    }
}
