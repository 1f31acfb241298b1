using System.Text.RegularExpressions;

namespace SnnGen.Package.Tests.Support;

/// <summary>How a command ended.</summary>
internal sealed record CommandResult(int ExitCode, string Output)
{
    /// <summary>The classes whose models were converted, in order.</summary>
    public IReadOnlyList<string> Converted =>
        [.. Regex.Matches(Output, @"^\s*(?:\d+>)?(?<class>\w+): converting ", RegexOptions.Multiline).Select(match => match.Groups["class"].Value)];

    /// <summary>Distinct error lines; MSBuild repeats them in its summary.</summary>
    public IReadOnlyList<string> Errors =>
        [.. Regex.Matches(Output, @"^.*\berror \w*\s*:.*$", RegexOptions.Multiline).Select(match => Regex.Replace(match.Value.Trim(), @"^\d+>", "")).Distinct()];

    public CommandResult ShouldSucceed()
    {
        Assert.True(ExitCode == 0, Output);
        return this;
    }

    /// <summary>It failed, with one error of this id.</summary>
    public string ShouldFailWith(string id)
    {
        Assert.True(ExitCode != 0, Output);
        string error = Assert.Single(Errors);
        Assert.Contains($" error {id}: ", error);
        return error;
    }
}
