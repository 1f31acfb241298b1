using SnnGen.Generators.Tests.Differential.Covering;
using SnnGen.Spiking;

namespace SnnGen.Generators.Tests.Differential;

/// <summary>Networks of everything that a network file can say, in both profiles.</summary>
public class DifferentialTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Classes_of_all_kinds_of_networks_compute_what_the_reference_simulator_computes(int part)
    {
        SpikingNetwork[] networks = [.. CoveringSample.Networks().Where((_, index) => index % 4 == part)];
        Assert.Equal([], new DifferentialBatch(networks, part).Compare().Select(mismatch => $"{mismatch.Run}: {mismatch.Problem}"));
    }
}
