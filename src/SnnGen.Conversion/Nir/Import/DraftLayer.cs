namespace SnnGen.Conversion.Nir.Import;

/// <summary>A layer before its sources have numbers.</summary>
/// <param name="Population">Its neurons.</param>
/// <param name="Rules">Their equations.</param>
/// <param name="IsThreshold">Whether a spike is a comparison only: no convention applies.</param>
internal sealed record DraftLayer(Population Population, NeuronRules Rules, bool IsThreshold)
{
    /// <summary>What drives it, in order.</summary>
    public List<DraftProjection> Projections { get; } = [];

    /// <summary>Its name.</summary>
    public string Name => Population.Name;
}

/// <summary>A projection before its source has a number.</summary>
/// <param name="Source">Name of its source.</param>
/// <param name="Chain">What lies between.</param>
/// <param name="LeastDelay">Steps that it takes at least.</param>
internal sealed record DraftProjection(string Source, LinearChain Chain, int LeastDelay)
{
    /// <summary>The chain with its delay.</summary>
    public LinearChain Delayed => Chain.Delays is { } each
        ? Chain with { Delays = [.. each.Select(steps => Math.Max(steps, LeastDelay))] }
        : Chain with { Delay = Math.Max(Chain.Delay, LeastDelay) };

    /// <summary>Whether any of it arrives later than the step in which it was sent.</summary>
    public bool IsLate => (Delayed.Delays?.Max() ?? Delayed.Delay) > 0;

    /// <summary>Whether some of it arrives in the step in which it was sent.</summary>
    public bool IsImmediate => (Delayed.Delays?.Min() ?? Delayed.Delay) == 0;
}
