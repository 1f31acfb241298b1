namespace SnnGen.Fuzzing.Mutation;

/// <summary>Damages files. The same seed gives the same files.</summary>
/// <param name="corpus">Files to splice with.</param>
/// <param name="isText">True for changes of tokens, too.</param>
/// <param name="seed">Chooses everything.</param>
internal sealed class Mutator(IReadOnlyList<byte[]> corpus, bool isText, int seed)
{
    private const int LongestInput = 1 << 16, MostChanges = 4;

    private static readonly Func<byte[], Random, byte[]>[] s_bytes =
    [
        ByteMutations.FlipBit, ByteMutations.SetByte, ByteMutations.Truncate, ByteMutations.Delete, ByteMutations.Duplicate, ByteMutations.Move,
        ByteMutations.SetInteger, ByteMutations.SetInteger, ByteMutations.SetVarint,
    ];

    private static readonly Func<byte[], Random, byte[]>[] s_text =
    [
        TextMutations.ReplaceNumber, TextMutations.ReplaceNumber, TextMutations.ReplaceText, TextMutations.CopyToken, TextMutations.CopyToken, TextMutations.Nest,
        TextMutations.Insert, TextMutations.RepeatSegment,
    ];

    private readonly Random _random = new(seed);

    /// <summary>A damaged <paramref name="input"/>, usually by one change.</summary>
    public byte[] Mutate(byte[] input)
    {
        int changes = _random.Next(2) == 0 ? 1 : _random.Next(2, MostChanges + 1);
        for (int i = 0; i < changes; i++)
            input = Change(input);
        return input.Length <= LongestInput ? input : input[..LongestInput];
    }

    private byte[] Change(byte[] input)
    {
        if (input.Length == 0 || _random.Next(16) == 0)
            return Splice(input);
        Func<byte[], Random, byte[]>[] kinds = isText && _random.Next(4) != 0 ? s_text : s_bytes;
        return kinds[_random.Next(kinds.Length)](input, _random);
    }

    /// <summary>The head of one file and the tail of another.</summary>
    private byte[] Splice(byte[] input)
    {
        byte[] other = corpus[_random.Next(corpus.Count)];
        return [.. input[.._random.Next(input.Length + 1)], .. other[_random.Next(other.Length + 1)..]];
    }
}
