using System.Globalization;

namespace SnnGen.Generators.Tests.Usage;

/// <summary>SNN3003.</summary>
public class RangeTests
{
    [Theory]
    [InlineData("_ = NetSnn.Run(image).Value({|SNN3003:2|});")]
    [InlineData("_ = NetSnn.Run(image).Value({|SNN3003:-1|});")]
    [InlineData("NetSnn.SpikeTrain train = default; train[{|SNN3003:4|}, 0] = true; train[0, {|SNN3003:NetSnn.InputSize|}] = train[3, 2];")]
    [InlineData("NetSnn.SpikeTrain train = default; _ = train.Frame({|SNN3003:NetSnn.TimeSteps|}).Length;")]
    [InlineData("_ = new NetSnn.SpikeEvent({|SNN3003:4|}, {|SNN3003:3|});")]
    [InlineData("_ = new Small().GetPotential({|SNN3003:2|});")]
    public Task An_index_that_is_not_there_is_reported(string statements) => UsageProject.CheckStatementsAsync(statements);

    [Theory]
    [InlineData("_ = NetSnn.Run(image).Class == {|SNN3003:2|};")]
    [InlineData("_ = {|SNN3003:-1|} != NetSnn.Run(image).Class;")]
    [InlineData("_ = NetSnn.Run(image).Class is 0 or {|SNN3003:7|};")]
    [InlineData("_ = NetSnn.Run(image).Class is not {|SNN3003:7|};")]
    [InlineData("_ = NetSnn.Run(image).Class switch { 0 => 1, {|SNN3003:2|} => 2, _ => 3 };")]
    [InlineData("switch (NetSnn.Run(image).Class) { case 1: break; case {|SNN3003:2|}: break; case {|SNN3003:3|} or 0: break; }")]
    [InlineData("var small = new Small(); _ = small.Class == {|SNN3003:2|};")]
    public Task A_class_that_never_comes_is_reported(string statements) => UsageProject.CheckStatementsAsync(statements);

    [Theory]
    [InlineData("_ = NetSnn.Run(image).Value(1) + NetSnn.Run(image).Value(count);")]
    [InlineData("NetSnn.SpikeTrain train = default; train[3, 2] = true; _ = train.Frame(0).Length;")]
    [InlineData("_ = NetSnn.Run(image).Class == 1 || NetSnn.Run(image).Class < 10 || NetSnn.Run(image).Class == count;")]
    [InlineData("_ = NetSnn.Run(image).Margin == 10 || NetSnn.Run(image).Spikes == 100;")]
    [InlineData("_ = NetSnn.Run(image).Class switch { 0 => 7, _ => 9 };")]
    [InlineData("_ = (count, NetSnn.Run(image).Class) is (9, 1);")]
    public Task What_is_there_or_unknown_is_not(string statements) => UsageProject.CheckStatementsAsync(statements);

    [Theory]
    [InlineData("_ = NetSnn.Run(image).Class == {|SNN3003:2|};", "NetSnn has no class 2; there are 2, counted from 0")]
    [InlineData("NetSnn.SpikeTrain train = default; _ = train[{|SNN3003:4|}, 0];", "NetSnn has no time step 4; there are 4, counted from 0")]
    public async Task The_message_says_how_many_there_are(string statements, string message) =>
        Assert.Equal(message, Assert.Single(await UsageProject.CheckStatementsAsync(statements)).GetMessage(CultureInfo.InvariantCulture));
}
