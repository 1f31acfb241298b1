using SnnGen.Conversion;
using SnnGen.Tool.Tuning;

namespace SnnGen.Tool.Tests.Tuning;

public class TuningChoiceTests
{
    [Fact]
    public void The_least_operations_win_among_those_that_lose_little()
    {
        TuningPoint[] points = [Point(100, 0.9), Point(200, 0.4), Point(300, 0.1)];
        Assert.Same(points[1], TuningChoice.Best(points, 0.5));
    }

    [Fact]
    public void A_loss_needs_its_standard_error_to_spare()
    {
        TuningPoint[] points = [Point(100, 0.4) with { LossError = 0.2 }, Point(200, 0.4)];
        Assert.Same(points[1], TuningChoice.Best(points, 0.5));
    }

    [Fact]
    public void Of_equal_cost_the_fewest_weight_bits_win_and_then_the_fewest_steps()
    {
        TuningPoint[] points =
        [
            Point(100, 0), Point(104, 0) with { Weights = WeightFormat.Int4, Steps = 3 }, Point(104.5, 0) with { Weights = WeightFormat.Int4, Steps = 2 },
            Point(106, 0) with { Weights = WeightFormat.Int2 },
        ];
        Assert.Same(points[2], TuningChoice.Best(points, 0.5));
    }

    [Fact]
    public void The_front_has_no_point_that_another_beats_in_both()
    {
        TuningPoint[] points = [Point(300, 0.1), Point(100, 0.9), Point(200, 0.4), Point(250, 0.5), Point(400, 0.1)];
        Assert.Equal([100.0, 200, 300], TuningChoice.Front(points).Select(point => point.SynapticOperations));
    }

    [Fact]
    public void Points_of_the_front_that_cost_the_same_are_one()
    {
        TuningPoint[] points = [Point(100, 0.9), Point(101, 0.8), Point(102, 0.7), Point(200, 0.4)];
        double[] front = [.. TuningChoice.Front(points).Select(point => point.SynapticOperations)];
        Assert.Equal([102.0, 200], front);
    }

    private static TuningPoint Point(double operations, double loss) =>
        new(8, 1, WeightFormat.Int8, null, 1 - (loss / 100), loss, 0, operations, 8, 0, 0, 100);
}
