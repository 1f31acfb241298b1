using System.Text;
using System.Text.RegularExpressions;

namespace SnnGen.Fuzzing.Mutation;

/// <summary>Changes of tokens: numbers, words in quotes, and what stands between commas.</summary>
internal static partial class TextMutations
{
    private const int DeepestNesting = 2000;

    public static byte[] ReplaceNumber(byte[] input, Random random) => Replace(input, random, Number(), _ => Word(random));

    public static byte[] ReplaceText(byte[] input, Random random) => Replace(input, random, Quoted(), text => random.Next(3) switch
    {
        0 => $"\"{Word(random)}\"",
        1 => $"\"{text.Trim('"')}{Word(random)}\"",
        _ => Word(random),
    });

    /// <summary>One member's value in the place of another's.</summary>
    public static byte[] CopyToken(byte[] input, Random random)
    {
        MatchCollection tokens = Token().Matches(Encoding.UTF8.GetString(input));
        return tokens.Count == 0 ? input : Replace(input, random, Token(), _ => tokens[random.Next(tokens.Count)].Value);
    }

    public static byte[] Nest(byte[] input, Random random) => Replace(input, random, Token(), token =>
    {
        int depth = random.Next(1, random.Next(4) == 0 ? DeepestNesting : 70);
        return random.Next(2) == 0
            ? new string('[', depth) + token + new string(']', depth)
            : string.Concat(Enumerable.Repeat("{\"a\":", depth)) + token + new string('}', depth);
    });

    public static byte[] Insert(byte[] input, Random random)
    {
        int place = random.Next(input.Length + 1);
        return [.. input[..place], .. Encoding.UTF8.GetBytes(Word(random)), .. input[place..]];
    }

    /// <summary>A member twice, or a cell.</summary>
    public static byte[] RepeatSegment(byte[] input, Random random)
    {
        string[] segments = Encoding.UTF8.GetString(input).Split(',');
        int place = random.Next(segments.Length);
        return Encoding.UTF8.GetBytes(string.Join(',', [.. segments[..place], segments[random.Next(segments.Length)], .. segments[place..]]));
    }

    private static string Word(Random random) => Extremes.Words[random.Next(Extremes.Words.Length)];

    private static byte[] Replace(byte[] input, Random random, Regex pattern, Func<string, string> replacement)
    {
        string text = Encoding.UTF8.GetString(input);
        MatchCollection matches = pattern.Matches(text);
        if (matches.Count == 0)
            return input;
        Match match = matches[random.Next(matches.Count)];
        return Encoding.UTF8.GetBytes(string.Concat(text.AsSpan(0, match.Index), replacement(match.Value), text.AsSpan(match.Index + match.Length)));
    }

    [GeneratedRegex(@"-?\d+(\.\d+)?([eE][-+]?\d+)?")]
    private static partial Regex Number();

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Quoted();

    [GeneratedRegex("\"[^\"]*\"|-?\\d+(\\.\\d+)?|true|false|\\[[^\\[\\]{}]*\\]")]
    private static partial Regex Token();
}
