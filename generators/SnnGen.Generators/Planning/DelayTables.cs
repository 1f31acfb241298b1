using SnnGen.Spiking;
using SnnGen.Spiking.Layers;

namespace SnnGen.Generators.Planning;

/// <summary>Delays that differ from input to input, as words of a table.</summary>
/// <param name="Longest">The longest one.</param>
/// <param name="Delays">32-bit integers: of spikes the delays that occur, of values one an input.</param>
/// <param name="Masks">Of spikes a frame for each delay, with its inputs; else null.</param>
internal sealed record DelayTables(int Longest, EquatableArray<ulong> Delays, EquatableArray<ulong>? Masks)
{
    /// <summary>The tables of a projection; null where its inputs share one delay.</summary>
    public static DelayTables? Of(Projection projection, bool takesValues)
    {
        int[] delays = projection.InputDelays.ToArray();
        if (projection.ShortestDelay == projection.LongestDelay)
            return null;
        if (takesValues)
            return new DelayTables(delays.Max(), TablePacker.Pack(delays), null);
        int[] occurring = [.. delays.Distinct().OrderBy(delay => delay)];
        int words = (delays.Length + 63) / 64;
        var masks = new ulong[occurring.Length * words];
        for (int i = 0; i < delays.Length; i++)
            masks[Array.IndexOf(occurring, delays[i]) * words + i / 64] |= 1UL << (i % 64);
        return new DelayTables(delays.Max(), TablePacker.Pack(occurring), new EquatableArray<ulong>(masks));
    }
}
