using CsCheck;
using SnnGen.Conversion.LinearPrograms.Solving;

namespace SnnGen.Conversion.Tests.Solving;

public sealed class LineSearchTests
{
    [Theory]
    [InlineData(0.5, 0, 2)]
    [InlineData(1.0, 0, 2)]
    [InlineData(1.25, 1, 0)]
    [InlineData(3.0, 1, 0)]
    [InlineData(3.5, 2, 1)]
    public void Stops_at_the_kink_where_the_slope_is_no_longer_negative(double descent, int passed, int blocking)
    {
        // Met in the order 2, 0, 1, which raise the slope by 1, 2 and 3.
        LineSearch.Stop stop = LineSearch.Run([new(2, false, 0, 2), new(3, false, 1, 3), new(1, false, 2, 1)], descent)!.Value;
        Assert.Equal(blocking, stop.Blocking.Index);
        Assert.Equal(new[] { 2, 0, 1 }.Take(passed), stop.Passed.Select(breakpoint => breakpoint.Index));
    }

    [Fact]
    public void Kinks_met_at_once_follow_each_other_by_index_and_samples_come_before_weights()
    {
        LineSearch.Stop stop = LineSearch.Run(
            [new(1, true, 0, 1), new(1, false, 7, 1), new(1, true, 3, 1), new(1, false, 2, 1), new(0, true, 9, 1)], descent: 4.5)!.Value;
        Assert.Equal([(true, 9), (false, 2), (false, 7), (true, 0)], stop.Passed.Select(breakpoint => (breakpoint.IsWeight, breakpoint.Index)));
        Assert.Equal(3, stop.Blocking.Index);
    }

    [Fact]
    public void Nothing_stops_a_descent_steeper_than_all_kinks_together() =>
        Assert.Null(LineSearch.Run([new(1, false, 0, 1), new(2, false, 1, 1)], descent: 2.5));

    [Fact]
    public void Long_searches_pass_kinks_in_the_order_of_short_ones() => Gen.Select(
        Gen.Select(Gen.Int[0, 30], Gen.Bool, Gen.Double[0.1, 1]).Array[1, 80], Gen.Double[0.1, 30]).Sample((kinks, descent) =>
    {
        List<Breakpoint> breakpoints = [.. kinks.Select((kink, i) => new Breakpoint(kink.Item1 / 8.0, kink.Item2, i, kink.Item3))];
        Breakpoint[] ahead = [.. breakpoints.OrderBy(b => b.Step).ThenBy(b => b.IsWeight).ThenBy(b => b.Index)];
        int passed = Enumerable.Range(0, ahead.Length).TakeWhile(k => ahead.Take(k + 1).Aggregate(descent, (left, b) => left - b.Rise) > 0).Count();

        LineSearch.Stop? stop = LineSearch.Run(breakpoints, descent);

        Assert.Equal(passed == ahead.Length ? null : ahead[passed], stop?.Blocking);
        Assert.Equal(stop is null ? [] : ahead[..passed], stop?.Passed ?? []);
    }, iter: 1000, seed: "0000000000001", threads: 1);
}
