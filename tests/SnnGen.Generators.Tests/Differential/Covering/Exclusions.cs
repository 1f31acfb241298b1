namespace SnnGen.Generators.Tests.Differential.Covering;

/// <summary>Which features cannot meet: what docs/network-file.md rules out, and what a feature's own meaning does.</summary>
internal static class Exclusions
{
    private static readonly string[] s_ofUniformNeurons = ["rest:", "leak form:"];
    private static readonly string[] s_ofMembranes = ["synapses:", "drive:", "floor:"];
    private static readonly string[] s_ofLoihi = ["neuron: loihi-lif", "weight exponent:", "bias exponent:"];

    // Two features, or dimensions whose features all are meant.
    private static readonly (string[] First, string[] Second)[] s_rules =
    [
        (["arithmetic: float32"], ["weight bits:", "potential bits:", "overflow:", "storage:", "leak form: Shift", "exit: Exact", .. s_ofLoihi]),
        (["arithmetic: fixed", "weight bits:", "potential bits:", "overflow:", "storage:", "leak form: Shift", "exit: Exact"], ["source passes: potentials"]),
        (["potential bits: 32"], ["neuron: heterogeneous-lif", "neuron: li", "fires:", .. s_ofMembranes]),
        (s_ofLoihi, ["potential bits: 8", "potential bits: up to 16", "potential bits: up to 23", "potential bits: up to 31", "potential bits: 32", "overflow: Wrap", "encoding: Latency", "reset:", "source passes: potentials", "delay: more", "spike worth: other", "max pooling: True"]),
        (["readout: Count", "readout: First"], ["exit: Exact", "exit: Confident", "neuron: integrator"]),
        (["exit: Exact"], ["neuron: li"]),
        (["layers: 1"], ["place: hidden", "source: earlier", "source: later"]),
        (["neuron: if"], ["leak form:"]),
        (["neuron: if", "neuron: lif", "neuron: cuba-lif", "neuron: loihi-lif", "neuron: integrator"], ["fires:", .. s_ofMembranes]),
        (["neuron: heterogeneous-lif", "neuron: li", "neuron: integrator", "neuron: loihi-lif"], s_ofUniformNeurons),
        (["neuron: li", "neuron: integrator"], ["reset:", "fires:"]),
        (["neuron: if", "neuron: lif", "neuron: cuba-lif", "neuron: heterogeneous-lif", "neuron: li", "neuron: integrator"], ["weight exponent:", "bias exponent:"]),
        (s_ofMembranes, [.. s_ofUniformNeurons, "weight exponent:", "bias exponent:"]),
        (s_ofUniformNeurons, ["fires:", "weight exponent:", "bias exponent:"]),
        (["fires:"], ["weight exponent:", "bias exponent:"]),
        (["neuron: integrator"], ["place: hidden"]),
        (["place: readout", "neuron: integrator"], ["source: later"]),
        (["shape: 1"], ["bias: channel", "threshold: channel", "initial potential: channel"]),
        (["projections: 1"], ["source: self", "source: later"]),
        (["source: self", "source: later"], ["delay: none"]),
        (["source: input"], ["source passes: potentials"]),
        (["connection: dense"], ["groups:", "stride:", "dilation:", "padding:"]),
        (["signs: none"], ["pruned input: False"]),
    ];

    /// <summary>Whether no valid network has both.</summary>
    public static bool Excludes((string First, string Second) pair) => s_rules.Any(rule =>
        (IsOf(pair.First, rule.First) && IsOf(pair.Second, rule.Second)) || (IsOf(pair.First, rule.Second) && IsOf(pair.Second, rule.First)));

    private static bool IsOf(string feature, string[] group) => group.Any(
        member => member.EndsWith(':') ? feature.StartsWith(member, StringComparison.Ordinal) : feature == member);
}
