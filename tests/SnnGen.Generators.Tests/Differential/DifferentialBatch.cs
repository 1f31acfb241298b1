using SnnGen.Generators.Tests.Agreement;
using SnnGen.Generators.Tests.Agreement.Portable;
using SnnGen.Spiking;

namespace SnnGen.Generators.Tests.Differential;

/// <summary>
/// Some networks, compiled together in both profiles, against the reference simulator. Overflow is checked everywhere: what fixed
/// point computes fits, and what wraps says so.
/// </summary>
/// <param name="networks">The networks.</param>
/// <param name="seed">Seed of the inputs.</param>
internal sealed class DifferentialBatch(SpikingNetwork[] networks, int seed)
{
    private static readonly InputPattern[] s_patterns = Enum.GetValues<InputPattern>();

    /// <summary>Runs of every network, each of inputs of its own.</summary>
    public static int RunsOfNetwork => 2 * s_patterns.Length;

    /// <summary>What differs, at most one run a network.</summary>
    public IReadOnlyList<Mismatch> Compare()
    {
        using var modern = GeneratedNetworks.Load(networks, checksOverflow: true);
        using var portable = PortableNetworks.Load(networks, checksOverflow: true);
        return
        [
            .. networks.Select((network, i) => Compare(network, "modern", (pattern, run) =>
                new AgreementCheck(network, GeneratedNetworks.Runner(modern, i), run, pattern).All())).OfType<Mismatch>(),
            .. networks.Select((network, i) => Compare(network, "portable", (pattern, run) =>
                new PortableAgreementCheck(network, PortableNetworks.Runner(portable, i), run, pattern).All())).OfType<Mismatch>(),
        ];
    }

    private Mismatch? Compare(SpikingNetwork network, string profile, Action<InputPattern, int> check)
    {
        foreach (InputPattern pattern in s_patterns)
        {
            int run = seed * s_patterns.Length + (int)pattern;
            try
            {
                check(pattern, run);
            }
            catch (Exception e)
            {
                return new Mismatch(network, $"{profile}, {pattern} inputs of seed {run}", e.ToString());
            }
        }
        return null;
    }
}
