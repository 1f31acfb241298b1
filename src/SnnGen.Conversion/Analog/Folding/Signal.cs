using System.Collections.Immutable;
using SnnGen.Spiking.Layers;

namespace SnnGen.Conversion.Analog.Folding;

/// <summary>
/// Values that the layers found so far determine without a further φ: pool(Σ terms + shift). The next φ makes a layer of
/// them.
/// </summary>
/// <param name="Map">Their places and channels, channels last; 1 × 1 × n where there are no places.</param>
/// <param name="Terms">At least one.</param>
/// <param name="Shift">One value a unit before pooling.</param>
/// <param name="Pooling">Windows of a maximum, or null.</param>
/// <param name="Name">The node that brought the last weights, or null.</param>
internal sealed record Signal(
    FeatureMap Map, ImmutableArray<Term> Terms, double[] Shift, SlidingWindow? Pooling = null, string? Name = null)
{
    /// <summary>The values of a source as they are.</summary>
    public static Signal Of(int source, FeatureMap map) =>
        new(map, [new DirectTerm(source, ChannelOrder.Last, null, null)], new double[map.Size]);

    /// <summary>A population without places.</summary>
    public static FeatureMap Flat(int size) => new(1, 1, size);

    /// <summary>Number of values.</summary>
    public int Size => Map.Size;

    /// <summary>The source whose values these are, or null where they are anything else.</summary>
    public int? PlainSource => Pooling is null && Terms is [DirectTerm { Pooling: null, Scale: null } direct] && !Shift.Any(t => t != 0)
        ? direct.Source
        : null;

    /// <summary>Σ of two signals of one map, neither pooled.</summary>
    public Signal Plus(Signal other) => this with
    {
        Terms = Terms.AddRange(other.Terms),
        Shift = [.. Shift.Zip(other.Shift, (a, b) => a + b)],
        Name = Name ?? other.Name,
    };

    /// <summary>
    /// factor ∘ this + shift, or null where pooling cannot be exchanged with that: a maximum keeps its place only under
    /// positive factors that a whole channel shares.
    /// </summary>
    /// <param name="factor">One a unit.</param>
    /// <param name="shift">One a unit.</param>
    /// <param name="sources">Sizes of the sources.</param>
    public Signal? ScaledAndShifted(double[] factor, double[] shift, LayerList sources)
    {
        if (Pooling is { } window)
        {
            double[]? factors = Channelwise.Of(factor, Map.Channels), shifts = Channelwise.Of(shift, Map.Channels);
            if (factors is null || shifts is null || factors.Any(f => !(f > 0)))
                return null;
            factor = Channelwise.Spread(factors, window.Input.Size);
            shift = Channelwise.Spread(shifts, window.Input.Size);
        }
        return this with
        {
            Terms = factor.All(f => f == 1) ? Terms : [.. Terms.Select(term => TermScaling.Scale(term, factor, sources))],
            Shift = [.. Shift.Select((t, j) => t * factor[j] + shift[j])],
        };
    }
}
