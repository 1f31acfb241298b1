using SnnGen.Fuzzing.Guarding;

namespace SnnGen.Fuzzing.Guided;

/// <summary>What a guided run did.</summary>
/// <param name="Target">The reader.</param>
/// <param name="Runs">Inputs given.</param>
/// <param name="Accepted">Those that were read.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Edges">Branches taken.</param>
/// <param name="Corpus">Inputs kept, seeds included.</param>
/// <param name="Faults">One input for each kind of fault.</param>
internal sealed record GuidedResult(string Target, long Runs, int Accepted, double Seconds, int Edges, int Corpus, IReadOnlyList<Fault> Faults)
{
    public override string ToString() => FormattableString.Invariant(
        $"{Target}: {Runs} inputs in {Seconds:F1} s ({Runs / Seconds:F0}/s), {Accepted} accepted, {Edges} edges, {Corpus} kept, {Faults.Count} faults");
}
