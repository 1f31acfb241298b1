using SnnGen.Conversion.Nir.Conventions;
using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Conversion.Nir.Export;

/// <summary>What of a network NIR has no words for, and a reader does otherwise, so that it must be told.</summary>
public static class NirLosses
{
    // β and what is divided by it are known to single precision.
    private const double Rounding = 1e-6;

    /// <summary>One sentence each.</summary>
    /// <param name="network">The network.</param>
    /// <param name="convention">Whose steps of time the reader takes.</param>
    public static IEnumerable<string> Of(SpikingNetwork network, NirConvention convention)
    {
        LayerRules[] rules = [.. network.Layers.Select(LayerRules.Of)];
        var delays = new ReaderDelays(network, convention);
        if (Names((_, layer) => RealNumbers.Spread(layer.InitialPotential, layer.Neurons).Any(value => value != 0)) is { } starting)
            yield return $"the initial potentials of {starting}: a reader starts at 0";
        if (Names((rule, _) => Follows(rule) && rule.Reset != convention.Reset) is { } resetting)
        {
            yield return convention.Reset == ResetMode.Zero
                ? "the reset by subtraction: a reader resets to v_reset unless it is told otherwise"
                : $"the reset to v_reset of {resetting}: a reader subtracts the threshold unless it is told otherwise";
        }
        if (Names((rule, _) => rule.Reset == ResetMode.Subtract && !SubtractsAlike(rule, convention)) is { } subtracting)
            yield return $"what a spike takes away from {subtracting}: a reader takes the threshold{(convention.ResetsLate ? ", a step later" : "")}";
        if (Names((rule, _) => Follows(rule) && rule.Rule != convention.Rule) is { } comparing)
        {
            yield return convention.Rule == FiringRule.Above
                ? $"the spikes of {comparing} at the very threshold: a reader's neurons spike only above it"
                : $"spikes of {comparing} only above the threshold: a reader's neurons spike at it, too";
        }
        if (Names((rule, _) => rule.Floor is not null && !IsReadersFloor(rule, convention)) is { } bounded)
            yield return $"the lowest potentials of {bounded}: a reader has none, or others";
        if (Names((rule, _) => rule.Floor is null && HasFloor(rule, convention)) is { } unbounded)
            yield return $"potentials of {unbounded} without a lowest value: a reader's stop at {(convention.Floor == NirFloor.Zero ? "0" : "minus the threshold")}";
        if (Delayed() is { Length: > 0 } delayed)
            yield return $"spikes that reach {string.Join(", ", delayed)} without a delay: a reader's take a step";
        if (network.Arithmetic is FixedPointArithmetic && rules.Any(rule => !rule.NeverLeaks))
            yield return "the rounding of leaks in fixed point: a reader computes them in floating point";
        if (network.Input.Encoding is InputEncoding.Rate or InputEncoding.Poisson)
            yield return $"the {network.Input.Encoding} encoding of the input: a reader is given the spikes";

        string? Names(Func<LayerRules, SpikingLayer, bool> differs) =>
            string.Join(", ", network.Layers.Where((layer, index) => differs(rules[index], layer)).Select(layer => layer.Name)) is { Length: > 0 } names ? names : null;

        string[] Delayed() => [.. network.Layers.Where((layer, index) => layer.Projections.Any(projection => projection.ShortestDelay < delays.Of(index, projection.Source).Most)).Select(layer => layer.Name)];
    }

    // Whether neurons spike, and by the convention's rules.
    private static bool Follows(LayerRules rules) => rules.Reset is not null && !rules.Compares;

    private static bool SubtractsAlike(LayerRules rules, NirConvention convention)
    {
        // What is taken a step late has leaked by then: θ / β now.
        double[] taken = convention.ResetsLate ? [.. rules.Threshold.Zip(rules.Leak, (threshold, leak) => threshold / leak)] : rules.Threshold;
        return taken.Zip(rules.ResetValue, (expected, value) => Math.Abs(value - expected) <= Rounding * expected).All(same => same);
    }

    private static bool HasFloor(LayerRules rules, NirConvention convention) =>
        Follows(rules) && (convention.Floor == NirFloor.Zero || (convention.Floor == NirFloor.MinusThreshold && rules.NeverLeaks));

    private static bool IsReadersFloor(LayerRules rules, NirConvention convention) => HasFloor(rules, convention)
        && rules.Floor!.Zip(rules.Threshold, (floor, threshold) => floor == (convention.Floor == NirFloor.Zero ? 0 : -threshold)).All(same => same);
}
