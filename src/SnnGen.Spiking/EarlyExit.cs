namespace SnnGen.Spiking;

/// <summary>
/// When an inference may end before its last step T. It is asked after every step t &lt; T, of the output potentials v; a is
/// the decision at that step, the output of largest potential, the lowest index on a tie. See docs/network-file.md.
/// </summary>
/// <param name="Rule">What must hold.</param>
/// <param name="Margin">
/// Lead, in units of potential, that <see cref="ExitRule.Confident"/> asks for; above 0, in fixed point a 32-bit integer, else a
/// single. 0 for every other rule.
/// </param>
public sealed record EarlyExit(ExitRule Rule, double Margin = 0)
{
    /// <summary>All T steps are taken.</summary>
    public static readonly EarlyExit Never = new(ExitRule.Never);

    /// <summary>The decision is that of all T steps, whatever the input.</summary>
    public static readonly EarlyExit Exact = new(ExitRule.Exact);

    /// <summary>The decision leads by <paramref name="margin"/> units of potential.</summary>
    public static EarlyExit Confident(double margin) => new(ExitRule.Confident, margin);
}

/// <summary>What ends an inference early.</summary>
public enum ExitRule
{
    /// <summary>Nothing.</summary>
    Never,

    /// <summary>No input of the steps that are left can change the decision: it is that of all steps. Fixed point only.</summary>
    Exact,

    /// <summary>v_a − v_b is at least the margin for every other output b.</summary>
    Confident,
}
