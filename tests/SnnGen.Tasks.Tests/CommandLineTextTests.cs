using SnnGen.Tasks.Running;

namespace SnnGen.Tasks.Tests;

public sealed class CommandLineTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("", "\"\"")]
    [InlineData("two words", "\"two words\"")]
    [InlineData("größe", "größe")]
    [InlineData("a;b", "a;b")]
    [InlineData(@"C:\my models\", @"""C:\my models\\""")]
    [InlineData("say \"hi\"", @"""say \""hi\""""")]
    [InlineData(@"end\""", @"""end\\\""""")]
    public void Arguments_are_quoted_for_the_process(string argument, string expected) =>
        Assert.Equal(expected, CommandLineText.Quote(argument));
}
