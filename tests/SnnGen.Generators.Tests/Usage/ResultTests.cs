using System.Globalization;

namespace SnnGen.Generators.Tests.Usage;

/// <summary>SNN3002.</summary>
public class ResultTests
{
    [Theory]
    [InlineData("{|SNN3002:NetSnn.Run(image)|};")]
    [InlineData("if (count > 0) {|SNN3002:NetSnn.Run(new float[3])|};")]
    [InlineData("{|SNN3002:NetSnn.RunSequence(new float[12])|};")]
    [InlineData("{|SNN3002:NetSnn.SpikeTrain.Encode(image)|};")]
    [InlineData("{|SNN3002:NetSnn.SpikeTrain.FromEvents(default)|};")]
    [InlineData("{|SNN3002:NetSnn.State.Restore(image)|};")]
    [InlineData("{|SNN3002:NetSnn.Run(image).Value(0)|};")]
    [InlineData("{|SNN3002:state.LayerSpikes(0)|};")]
    [InlineData("Action run = () => { {|SNN3002:NetSnn.Run(image)|}; }; run();")]
    public Task A_call_that_only_computes_is_reported_as_a_statement(string statements) => UsageProject.CheckStatementsAsync(statements);

    [Theory]
    [InlineData("_ = NetSnn.Run(image);")]
    [InlineData("var result = NetSnn.Run(image); Console.WriteLine(result.Class);")]
    [InlineData("Action time = () => NetSnn.Run(image); time();")]
    [InlineData("NetSnn.Run(image, new int[1]);")]
    [InlineData("NetSnn.Hold(ref state, image); NetSnn.Step(ref state, out _);")]
    [InlineData("NetSnn.Step(ref state, [0UL], out NetSnn.Result result); Console.WriteLine(result.Class);")]
    [InlineData("state.Reset(); state.Save(image);")]
    [InlineData("var small = new Small(); small.Run(image); small.Step(); Console.WriteLine(small.Class);")]
    public Task A_use_a_discard_or_an_effect_is_not(string statements) => UsageProject.CheckStatementsAsync(statements);

    [Fact]
    public async Task The_message_names_the_call() => Assert.Equal(
        "The result of NetSnn.SpikeTrain.Encode is not used, and the call does nothing else",
        Assert.Single(await UsageProject.CheckStatementsAsync("{|SNN3002:NetSnn.SpikeTrain.Encode(image)|};")).GetMessage(CultureInfo.InvariantCulture));
}
