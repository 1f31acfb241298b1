using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Generators.Tests.Differential.Covering;

/// <summary>What a layer is: its neurons, its numbers, its shape.</summary>
internal static class LayerFeatures
{
    private static readonly string[] s_counts = ["one", "channel", "each"];

    public static readonly (string Dimension, string[] Values)[] Dimensions =
    [
        ("neuron", ["if", "lif", "cuba-lif", "loihi-lif", "heterogeneous-lif", "li", "integrator"]),
        ("reset", Enum.GetNames<ResetMode>()),
        ("fires", Enum.GetNames<FiringRule>()),
        ("leak form", Enum.GetNames<LeakForm>()),
        ("rest", ["none", "short", "long"]),
        ("synapses", ["True", "False"]),
        ("drive", ["True", "False"]),
        ("floor", ["True", "False"]),
        ("weight exponent", ["negative", "0", "positive"]),
        ("bias exponent", ["negative", "0", "positive"]),
        ("max pooling", ["True", "False"]),
        ("shape", ["1", "3"]),
        ("projections", ["1", "more"]),
        ("bias", s_counts),
        ("threshold", s_counts),
        ("initial potential", s_counts),
        ("place", ["hidden", "readout"]),
    ];

    /// <summary>The features of a layer.</summary>
    public static IEnumerable<string> Of(SpikingNetwork network, SpikingLayer layer)
    {
        yield return $"max pooling: {layer.Pooling is not null}";
        yield return $"shape: {layer.Shape.Dimensions.Count}";
        yield return $"projections: {(layer.Projections.Count == 1 ? "1" : "more")}";
        yield return $"bias: {Count(layer.Bias, layer)}";
        yield return $"threshold: {Count(layer.Threshold, layer)}";
        yield return $"initial potential: {Count(layer.InitialPotential, layer)}";
        yield return $"place: {(layer == network.Layers[^1] ? "readout" : "hidden")}";
        foreach (string feature in OfNeuron(layer.Neuron))
            yield return feature;
    }

    private static IEnumerable<string> OfNeuron(NeuronModel neuron) => neuron switch
    {
        IntegrateAndFire n => ["neuron: if", .. OfUniform(n)],
        LeakyIntegrateAndFire n => ["neuron: lif", $"leak form: {n.LeakForm}", .. OfUniform(n)],
        CurrentBasedLeakyIntegrateAndFire n => ["neuron: cuba-lif", $"leak form: {n.LeakForm}", .. OfUniform(n)],
        LoihiNeuron n => ["neuron: loihi-lif", $"weight exponent: {Sign(n.WeightExponent)}", $"bias exponent: {Sign(n.BiasExponent)}"],
        HeterogeneousNeuron n => ["neuron: heterogeneous-lif", $"reset: {n.Reset}", $"fires: {n.Rule}", .. OfMembrane(n.Membrane)],
        LeakyIntegrator n => ["neuron: li", .. OfMembrane(n.Membrane)],
        Integrator => ["neuron: integrator"],
        _ => throw new NotSupportedException(neuron.ToString()),
    };

    private static string[] OfUniform(SpikingNeuron neuron) =>
        [$"reset: {neuron.Reset}", $"rest: {neuron.Refractory switch { 0 => "none", <= byte.MaxValue => "short", _ => "long" }}"];

    private static string[] OfMembrane(Membrane membrane) =>
        [$"synapses: {membrane.SynapticLeak is not null}", $"drive: {membrane.Drive is not null}", $"floor: {membrane.Floor is not null}"];

    private static string Sign(int exponent) => Math.Sign(exponent) switch { < 0 => "negative", 0 => "0", _ => "positive" };

    private static string Count(Tensor tensor, SpikingLayer layer) =>
        tensor.Count == 1 ? "one" : tensor.Count == layer.Channels && layer.Channels < layer.Neurons ? "channel" : "each";
}
