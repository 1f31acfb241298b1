namespace SnnGen.Tool.Tests.Support;

/// <summary>How a run of snngen ended and what it said.</summary>
internal sealed record SnnGenResult(int ExitCode, string Output, string Error)
{
    /// <summary>The run succeeded and warned of nothing.</summary>
    public SnnGenResult ShouldSucceed()
    {
        Assert.Equal("", Error);
        Assert.Equal(0, ExitCode);
        return this;
    }

    /// <summary>The run ended with one line on stderr, in MSBuild's canonical form, and printed nothing else.</summary>
    public void ShouldFail(int exitCode, string file, string id)
    {
        Assert.StartsWith($"{file} : error {id}: ", Error);
        Assert.Matches(@"\A[^\n]*\S\r?\n\z", Error);
        Assert.Equal("", Output);
        Assert.Equal(exitCode, ExitCode);
    }
}
