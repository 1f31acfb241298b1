using SnnGen.Generators.Tests.Differential.Covering;
using SnnGen.Spiking;

namespace SnnGen.Generators.Tests.Differential;

/// <summary>The sample that is compared has everything that a network file can say, and every two of these together.</summary>
public class CoverageTests
{
    [Fact]
    public void Every_feature_and_every_pair_that_can_meet_is_in_the_sample()
    {
        if (Environment.GetEnvironmentVariable("SNNGEN_WRITE_SEEDS") is { } seeds)
            CoveringSample.Choose(int.Parse(seeds, System.Globalization.CultureInfo.InvariantCulture));
        var coverage = new Coverage();
        foreach (SpikingNetwork network in CoveringSample.Networks())
            coverage.Add(network);
        Assert.Equal([], Coverage.Dimensions.SelectMany(features => features).Where(feature => coverage.Of(feature) == 0));
        Assert.Equal([], Coverage.AllPairs().Where(pair => coverage.Of(pair) == 0 && !Exclusions.Excludes(pair)));
        // What is said not to meet does not.
        Assert.Equal([], Coverage.AllPairs().Where(pair => coverage.Of(pair) > 0 && Exclusions.Excludes(pair)));
    }
}
