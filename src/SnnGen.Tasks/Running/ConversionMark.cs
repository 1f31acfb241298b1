using System.Globalization;
using System.Text.RegularExpressions;

namespace SnnGen.Tasks.Running;

/// <summary>A line of <c>snngen convert-all</c> that says where the work is.</summary>
/// <param name="Index">Which conversion, from 0.</param>
/// <param name="ExitCode">How it ended; null where it begins.</param>
internal sealed record ConversionMark(int Index, int? ExitCode)
{
    private static readonly Regex s_line = new(@"^conversion (?<index>\d+) (begins|ends with (?<exit>\d+))$");

    /// <summary>The mark, or null where the line is anything else.</summary>
    public static ConversionMark? Parse(string line)
    {
        Match match = s_line.Match(line);
        return match.Success ? new ConversionMark(Number(match.Groups["index"]), match.Groups["exit"].Success ? Number(match.Groups["exit"]) : null) : null;
    }

    private static int Number(Group digits) => int.Parse(digits.Value, CultureInfo.InvariantCulture);
}
