using SnnGen.Spiking;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Generators.Tests.Differential.Covering;

/// <summary>What a network says of itself, each as a dimension and its value.</summary>
internal static class NetworkFeatures
{
    public static readonly (string Dimension, string[] Values)[] Dimensions =
    [
        ("arithmetic", ["fixed", "float32"]),
        ("weight bits", ["2", "3", "4", "5", "6", "7", "8"]),
        ("potential bits", ["8", "up to 16", "up to 23", "24", "up to 31", "32"]),
        ("overflow", Enum.GetNames<PotentialOverflow>()),
        ("encoding", Enum.GetNames<InputEncoding>()),
        ("input scale", ["positive", "negative"]),
        ("readout", Enum.GetNames<Readout>()),
        ("function", Enum.GetNames<OutputFunction>()),
        ("averages", ["True", "False"]),
        ("exit", Enum.GetNames<ExitRule>()),
        ("labels", ["True", "False"]),
        ("steps", ["1", "up to 16", "more"]),
        ("layers", ["1", "more"]),
    ];

    /// <summary>The features of a network.</summary>
    public static IEnumerable<string> Of(SpikingNetwork network)
    {
        if (network.Arithmetic is FixedPointArithmetic p)
        {
            yield return "arithmetic: fixed";
            yield return $"weight bits: {p.WeightBits}";
            yield return $"potential bits: {Width(p.PotentialBits)}";
            yield return $"overflow: {p.Overflow}";
        }
        else
        {
            yield return "arithmetic: float32";
        }
        yield return $"encoding: {network.Input.Encoding}";
        yield return $"input scale: {(network.Input.Scale > 0 ? "positive" : "negative")}";
        yield return $"readout: {network.Output.Readout}";
        yield return $"function: {network.Output.Function}";
        yield return $"averages: {network.Output.Averages}";
        yield return $"exit: {network.Output.Exit.Rule}";
        yield return $"labels: {network.Labels.Count > 0}";
        yield return $"steps: {network.TimeSteps switch { 1 => "1", <= 16 => "up to 16", _ => "more" }}";
        yield return $"layers: {(network.Layers.Count == 1 ? "1" : "more")}";
    }

    private static string Width(int bits) => bits switch
    {
        8 or 24 or 32 => bits.ToString(System.Globalization.CultureInfo.InvariantCulture),
        <= 16 => "up to 16",
        <= 23 => "up to 23",
        _ => "up to 31",
    };
}
