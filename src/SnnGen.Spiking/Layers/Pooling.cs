namespace SnnGen.Spiking.Layers;

/// <summary>
/// Average pooling as far as spikes go: the spikes of a window are added up, and the weights that follow hold the
/// divisor. Every spike stays an event of its own.
/// </summary>
/// <param name="Window">The windows; input and output have the same channels.</param>
public sealed record SumPooling(SlidingWindow Window);

/// <summary>
/// Max pooling of currents, before the spike. Each tap of each window keeps its deficit d behind the window's leader,
/// 0 at first; each step d ← d + I, J = max d, d ← d − J, and J is the pooled current. Summed over time J is exactly the
/// largest sum of currents in the window, as if the maximum had been taken at the end. In fixed point a deficit stops at
/// <see cref="LowestDeficit"/>.
/// </summary>
/// <param name="Window">The windows; input and output have the same channels.</param>
public sealed record MaxPooling(SlidingWindow Window)
{
    /// <summary>The lowest deficit in fixed point, −2³⁰.</summary>
    public const int LowestDeficit = -(1 << 30);
}
