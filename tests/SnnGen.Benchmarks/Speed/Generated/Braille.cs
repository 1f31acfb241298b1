using SnnGen.Benchmarks.Speed.Generated;

namespace SnnGen.Benchmarks.Speed;

internal static partial class NirTable
{
    // Inputs spike with the probability of 3 % a step, twice as often as those of the recordings.
    private static readonly ulong[][] s_frames = Frames();

    static partial void AddBraille(List<Entry> entries) => entries.AddRange(
    [
        new("Braille, 38 recurrent neurons", BrailleZero.TimeSteps, 1e-4, input =>
        {
            BrailleZero.State state = default;
            for (int step = 0; step < BrailleZero.TimeSteps; step++)
                BrailleZero.Step(ref state, s_frames[(input * 7 + step) % s_frames.Length], out _);
        }),
        new("Braille, 40 recurrent neurons", BrailleSubtract.TimeSteps, 1e-4, input =>
        {
            BrailleSubtract.State state = default;
            for (int step = 0; step < BrailleSubtract.TimeSteps; step++)
                BrailleSubtract.Step(ref state, s_frames[(input * 7 + step) % s_frames.Length], out _);
        }),
    ]);

    private static ulong[][] Frames()
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, 4096).Select(_ => new[] { (ulong)Enumerable.Range(0, BrailleZero.InputSize).Sum(i => random.Next(100) < 3 ? 1L << i : 0) })];
    }
}
