using SnnGen.Spiking.NetworkFile;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;
using SnnGen.Spiking.Tests.Networks;

namespace SnnGen.Spiking.Tests.NetworkFile;

/// <summary>Values just beyond what a network may have, and those that are just within.</summary>
public class EdgeValueTests
{
    private static readonly IntegrateAndFire s_neuron = new(ResetMode.Subtract);

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void What_is_not_finite_is_refused_wherever_it_stands(float value)
    {
        const string Message = "layer 'hidden': float32 needs float32 tensors of finite values";
        Refused(Message, Chain.Float32(s_neuron, 2, weight: value));
        Refused(Message, Chain.Float32(s_neuron, 2, bias: value));
        Refused(Message, Chain.Float32(s_neuron, 2, threshold: value));
        Refused(Message, Chain.Float32(s_neuron, 2, start: value));
        Refused("layer 'hidden': leak must lie between 0 and 1", Chain.Float32(new LeakyIntegrateAndFire(value, ResetMode.Zero), 2));
        Refused("layer 'hidden': synapticLeak must lie between 0 and 1", Chain.Float32(new CurrentBasedLeakyIntegrateAndFire(value, 1, ResetMode.Zero), 2));
        SpikingNetwork valid = Chain.Float32(s_neuron, 2);
        Refused("input scale must be finite and not zero", valid with { Input = valid.Input with { Scale = value } });
        Refused("input offset must be finite", valid with { Input = valid.Input with { Offset = value } });
        Refused("output scale must be finite and positive", valid with { Output = valid.Output with { Scale = value } });
    }

    [Theory]
    [InlineData(0f)]
    [InlineData(-float.Epsilon)]
    public void A_threshold_that_is_not_positive_is_refused(float threshold)
    {
        Refused("layer 'hidden': thresholds must be positive", Chain.Float32(s_neuron, 2, threshold: threshold));
        Refused("layer 'hidden': thresholds must be positive", Chain.Float32(s_neuron, 2, threshold: threshold * 0f));
    }

    [Theory]
    [InlineData(float.Epsilon)]
    [InlineData(float.MaxValue)]
    public void The_least_and_the_largest_finite_number_are_valid(float value)
    {
        NetworkValidator.Validate(Chain.Float32(s_neuron, 2, weight: -value, bias: value, threshold: value, start: -value));
        NetworkValidator.Validate(Chain.Float32(s_neuron, 2) with { Input = new InputEncoder(TensorShape.Of(1), InputEncoding.Current, -value, value) });
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    public void A_leak_of_nothing_or_of_all_is_refused_where_neurons_are_alike(double leak)
    {
        Refused("layer 'hidden': leak must lie between 0 and 1", Chain.Float32(new LeakyIntegrateAndFire(leak, ResetMode.Zero), 2));
        Refused("layer 'hidden': leak must lie between 0 and 1", Chain.FixedPoint(new LeakyIntegrateAndFire(leak, ResetMode.Zero), 2));
    }

    [Theory]
    [InlineData(8, 127, 128)]
    [InlineData(31, (1 << 30) - 1, 1 << 30)]
    [InlineData(32, int.MaxValue, 0)]
    public void Thresholds_are_one_to_the_largest_potential(int bits, int largest, int beyond)
    {
        NetworkValidator.Validate(Chain.FixedPoint(s_neuron, 2, threshold: 1, potentialBits: bits));
        NetworkValidator.Validate(Chain.FixedPoint(s_neuron, 2, threshold: largest, start: -largest - 1, potentialBits: bits));
        Refused($"layer 'hidden': thresholds must be 1 to {largest}", Chain.FixedPoint(s_neuron, 2, threshold: beyond, potentialBits: bits));
        if (beyond > 0)
            Refused($"layer 'hidden': initial potentials must fit {bits} bits", Chain.FixedPoint(s_neuron, 2, threshold: 1, start: beyond, potentialBits: bits));
    }

    [Theory]
    [InlineData("\"shape\": [\n      1\n    ]", "\"shape\": [\n      0\n    ]")]
    [InlineData("\"inputs\": 1", "\"inputs\": 0")]
    [InlineData("\"outputs\": 1", "\"outputs\": 0")]
    [InlineData("\"timeSteps\": 2", "\"timeSteps\": 65537")]
    public void Nothing_at_all_and_too_many_steps_are_refused(string valid, string broken)
    {
        string text = NetworkFileWriter.Write(Chain.FixedPoint(s_neuron, 2));
        int place = text.IndexOf(valid, StringComparison.Ordinal);
        Assert.True(place >= 0);
        Assert.Throws<NetworkFileException>(() => NetworkFileReader.Read(text.Remove(place, valid.Length).Insert(place, broken)));
    }

    private static void Refused(string message, SpikingNetwork network) =>
        Assert.StartsWith(message, Assert.Throws<NetworkFileException>(() => NetworkValidator.Validate(network)).Message, StringComparison.Ordinal);
}
