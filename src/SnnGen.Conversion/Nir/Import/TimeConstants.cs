using SnnGen.Conversion.Nir.Conventions;
using SnnGen.Conversion.Nir.Graph;

namespace SnnGen.Conversion.Nir.Import;

/// <summary>Time constants must be longer than a step of forward Euler: else a membrane would swing from side to side.</summary>
internal static class TimeConstants
{
    /// <summary>Complains of the first node whose time constants do not suit dt.</summary>
    public static void Require(TracedGraph graph, NirConvention convention, double dt, ImportFault fault)
    {
        if (!(dt > 0) || double.IsInfinity(dt))
            throw fault.Setting(FormattableString.Invariant($"dt must be above 0 and finite, not {dt} s"));
        foreach ((string name, NirNode node) in graph.Neurons.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            foreach (NirArray tau in Of(node))
            {
                double shortest = tau.Values.Min();
                if (shortest <= 0)
                    throw fault.Unsupported(name, FormattableString.Invariant($"a time constant is {shortest} s; it must be above 0"));
                if (convention.Decay == NirDecay.Euler && shortest < dt)
                    throw fault.Unsupported(name, FormattableString.Invariant(
                        $"a time constant of {shortest} s is shorter than dt = {dt} s; choose a smaller Dt, or a Simulator whose decay is exponential"));
            }
    }

    private static NirArray[] Of(NirNode node) => node switch
    {
        NirLI n => [n.Tau],
        NirLIF n => [n.Tau],
        NirCubaLI n => [n.TauSyn, n.TauMem],
        NirCubaLIF n => [n.TauSyn, n.TauMem],
        _ => [],
    };
}
