using SnnGen.Conversion;
using SnnGen.Spiking.Neurons;
using SnnGen.Tool.Tuning;

namespace SnnGen.Tool.Tests.Tuning;

/// <summary>The search over settings whose loss and cost are known in closed form.</summary>
public class TuningSearchTests
{
    private static readonly Candidate s_start = new(8, 1, WeightFormat.Int8);

    [Fact]
    public void Finds_the_fewest_operations_of_the_grid_whose_loss_is_allowed()
    {
        TuningSearch search = Search(candidate => Loss(candidate));
        TuningPoint best = TuningChoice.Best(search.Points, 0.5);

        TuningRange range = TuningRange.Around(new ConversionOptions());
        TuningPoint[] all = [.. from steps in range.TimeSteps from keep in range.Keep from weights in range.Weights
            select Point(new Candidate(steps, keep, weights), Loss(new Candidate(steps, keep, weights)))];
        Assert.Equal(TuningChoice.Best(all, 0.5).SynapticOperations, best.SynapticOperations);
        Assert.True(best.LosesAtMost(0.5));
        Assert.InRange(search.Candidates, 2, all.Length / 6);
    }

    [Fact]
    public void Judges_no_candidate_twice_and_none_that_is_within_a_bad_one()
    {
        var judged = new List<Candidate>();
        Search(candidate =>
        {
            Assert.DoesNotContain(judged, earlier => Loss(earlier) > 0.5 && candidate.IsWithin(earlier));
            Assert.DoesNotContain(candidate, judged);
            judged.Add(candidate);
            return Loss(candidate);
        });
        Assert.Equal(s_start, judged[0]);
    }

    [Fact]
    public void Takes_more_steps_where_those_given_lose_too_much()
    {
        TuningSearch search = Search(candidate => candidate.TimeSteps >= 16 && candidate.Keep == 1 ? 0.2 : (7.0 / candidate.TimeSteps) + 1 - candidate.Keep);
        Assert.Equal(16, TuningChoice.Best(search.Points, 0.5).TimeSteps);
    }

    [Fact]
    public void Without_any_setting_that_is_good_enough_the_nearest_is_chosen()
    {
        TuningSearch search = Search(candidate => 1 + 1.0 / candidate.TimeSteps);
        Assert.Equal(16, TuningChoice.Best(search.Points, 0.5).TimeSteps);
    }

    [Fact]
    public void Goes_on_past_a_setting_that_cannot_be_had()
    {
        var search = new TuningSearch(s_start, 0.5, TuningRange.Around(new ConversionOptions()));
        search.Run(candidate => candidate.Keep < 1 ? [] : [Point(candidate, 0)]);
        Assert.Equal((1, 1), (TuningChoice.Best(search.Points, 0.5).TimeSteps, TuningChoice.Best(search.Points, 0.5).Keep));
    }

    [Fact]
    public void Stops_when_time_is_up()
    {
        var search = new TuningSearch(s_start, 0.5, TuningRange.Around(new ConversionOptions()));
        search.Run(candidate => search.Candidates == 2 ? null : [Point(candidate, 0)]);
        Assert.Equal(2, search.Candidates);
    }

    [Fact]
    public void Stays_with_single_precision_and_with_sizes_and_rests_that_are_given()
    {
        TuningRange range = TuningRange.Around(new ConversionOptions
        {
            Weights = WeightFormat.Float32, LayerSizes = [10], TimeSteps = 5, Neuron = new IntegrateAndFire(ResetMode.Zero) { Refractory = 3 },
        });
        Assert.Equal([WeightFormat.Float32], range.Weights.ToArray());
        Assert.Equal([1.0], range.Keep.ToArray());
        Assert.Equal([4, 5, 6, 8, 12, 16], range.TimeSteps.ToArray());
    }

    private static TuningSearch Search(Func<Candidate, double> loss)
    {
        var search = new TuningSearch(s_start, 0.5, TuningRange.Around(new ConversionOptions()));
        search.Run(candidate => [Point(candidate, loss(candidate))]);
        return search;
    }

    private static double Loss(Candidate candidate) =>
        (0.8 / candidate.TimeSteps) + (0.12 / candidate.Keep) - 0.12 + (1.0 / (1 << candidate.WeightBits));

    private static TuningPoint Point(Candidate candidate, double loss) => new(
        candidate.TimeSteps, candidate.Keep, candidate.Weights, null, 1 - (loss / 100), loss, 0,
        1000 * candidate.Keep * (candidate.TimeSteps + 20), candidate.TimeSteps, 0, 0, candidate.WeightBits);
}
