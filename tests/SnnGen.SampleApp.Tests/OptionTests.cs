using SampleApp;
using SnnGen.SampleApp.Tests.Support;

namespace SnnGen.SampleApp.Tests;

public sealed class OptionTests
{
    [Fact]
    public void Options_are_understood()
    {
        Assert.Equal(new Options(), Options.Parse([]));
        Assert.Equal(new Options(Help: true), Options.Parse(["-h"]));
        Assert.Equal(new Options(Folder: "data"), Options.Parse(["--mnist", "data"]));
        Assert.Equal(new Options(Download: true), Options.Parse(["--download"]));
        Assert.Equal(new Options(Download: true, Folder: "data"), Options.Parse(["--download", "data"]));
    }

    [Theory]
    [InlineData("--mnits", "data")]
    [InlineData("--mnist")]
    [InlineData("--mnist", "")]
    [InlineData("--mnist", "--download")]
    [InlineData("--mnist", "data", "more")]
    [InlineData("--download", "--mnist", "data")]
    public void Others_are_refused(params string[] arguments) =>
        Assert.Throws<UsageException>(() => Options.Parse(arguments));

    [Fact]
    public void A_wrong_command_line_ends_with_one_line_and_code_2()
    {
        AppRun run = AppRun.Of("--mnits", "data");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.Equal("error: unknown option --mnits; --help lists the options", run.Errors.TrimEnd());
    }

    [Fact]
    public void Help_names_every_option()
    {
        AppRun run = AppRun.Of("--help");

        Assert.Equal(0, run.ExitCode);
        Assert.All(["--mnist", "--download", "--help", "NO_COLOR"], word => Assert.Contains(word, run.Output));
    }
}
