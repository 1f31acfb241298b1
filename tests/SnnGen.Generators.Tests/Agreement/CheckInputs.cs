using SnnGen.Spiking;
using SnnGen.Spiking.Simulation;

namespace SnnGen.Generators.Tests.Agreement;

/// <summary>Inputs of a network for a comparison; the same seed gives the same inputs.</summary>
internal sealed class CheckInputs(SpikingNetwork network, int seed, InputPattern pattern)
{
    private readonly Random _random = new(seed);

    /// <summary>Bytes of one input.</summary>
    public byte[] Bytes() => [.. Enumerable.Range(0, network.InputSize).Select(i => pattern switch
    {
        InputPattern.Nothing => (byte)0,
        InputPattern.Everything => (byte)255,
        InputPattern.Alternating => (byte)(i % 2 == 0 ? 255 : 0),
        InputPattern.Special => (byte)_random.Next(1, 3),
        _ => RandomByte(),
    })];

    /// <summary>Values of one input, in the model's units.</summary>
    public float[] Floats() => [.. Enumerable.Range(0, network.InputSize).Select(i => pattern switch
    {
        InputPattern.Nothing => network.Input.Offset,
        InputPattern.Everything => network.Input.Offset + network.Input.Scale,
        InputPattern.Alternating => i % 2 == 0 ? float.MaxValue : float.MinValue,
        InputPattern.Special => SpecialFloat(),
        _ => RandomFloat(),
    })];

    /// <summary>Spikes of all steps.</summary>
    public SpikeRaster Raster()
    {
        var raster = new SpikeRaster(network.TimeSteps, network.InputSize);
        double rate = _random.NextDouble();
        for (int step = 0; step < network.TimeSteps; step++)
            for (int i = 0; i < network.InputSize; i++)
                raster[step, i] = Spikes(step, i, rate);
        return raster;
    }

    private bool Spikes(int step, int input, double rate) => pattern switch
    {
        InputPattern.Nothing => false,
        InputPattern.Everything => true,
        InputPattern.Alternating => step % 2 == 0,
        InputPattern.Special => input == step % network.InputSize,
        _ => _random.NextDouble() < rate,
    };

    private byte RandomByte() => _random.Next(4) switch
    {
        0 => 0,
        1 => 255,
        _ => (byte)_random.Next(256),
    };

    private float RandomFloat() => _random.Next(12) switch
    {
        0 => network.Input.Offset,
        1 => -1000f,
        2 => 1000f,
        3 when seed % 7 == 0 => float.NaN,
        4 when seed % 7 == 1 => float.PositiveInfinity,
        _ => network.Input.Offset + network.Input.Scale * (_random.NextSingle() * 1.2f - 0.1f),
    };

    private float SpecialFloat() => _random.Next(11) switch
    {
        0 => float.NaN,
        1 => -float.NaN,
        2 => float.PositiveInfinity,
        3 => float.NegativeInfinity,
        4 => 0f,
        5 => -0f,
        6 => float.Epsilon,
        7 => -float.Epsilon,
        8 => float.MaxValue,
        9 => float.MinValue,
        _ => 1.1754942e-38f,
    };
}
