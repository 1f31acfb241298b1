using SnnGen.Generators.Planning;
using SnnGen.Generators.Tests.Agreement;
using SnnGen.Generators.Tests.Agreement.Portable;
using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Numerics;
using SnnGen.Spiking.Simulation;

namespace SnnGen.Generators.Tests.Differential;

/// <summary>Sums that reach the bounds by which their width is chosen: inputs with weights of one sign spike together, then those of the other.</summary>
public class SumBoundTests
{
    [Fact]
    public void Weights_that_reach_the_ends_of_16_bits_are_summed_in_16_bits_and_one_more_is_not()
    {
        Assert.True(Fits(SignedWeights.AtTheEnds(beyond: 0)));
        Assert.False(Fits(SignedWeights.AtTheEnds(beyond: 1)));
        Assert.False(Fits(SignedWeights.AtTheEnds(beyond: -1)));
        // The attack reaches the ends, and what is beyond them would overflow.
        Assert.Equal(short.MaxValue, SignedWeights.Attack(SignedWeights.AtTheEnds(beyond: 0), output: 0, sign: 1));
        Assert.Equal(short.MinValue, SignedWeights.Attack(SignedWeights.AtTheEnds(beyond: 0), output: 1, sign: -1));
        Assert.Throws<OverflowException>(() => SignedWeights.Attack(SignedWeights.AtTheEnds(beyond: 1), output: 0, sign: 1));
        Assert.Throws<OverflowException>(() => SignedWeights.Attack(SignedWeights.AtTheEnds(beyond: -1), output: 1, sign: -1));
    }

    [Fact]
    public void Layers_whose_sums_reach_the_ends_of_16_bits_compute_what_the_reference_simulator_computes()
    {
        SpikingNetwork[] networks =
        [
            .. new[] { -1, 0, 1 }.Select(beyond => SignedWeights.Network(SignedWeights.AtTheEnds(beyond))),
            .. Enumerable.Range(0, 12).Select(seed => SignedWeights.Network(SignedWeights.Random(seed))),
        ];
        using var modern = GeneratedNetworks.Load(networks, checksOverflow: true);
        using var portable = PortableNetworks.Load(networks, checksOverflow: true);
        for (int i = 0; i < networks.Length; i++)
        {
            for (int output = 0; output < 2; output++)
            {
                SpikeRaster raster = SignedWeights.Alternating(networks[i], output);
                new AgreementCheck(networks[i], GeneratedNetworks.Runner(modern, i), 0).SpikesAgree(raster);
                new PortableAgreementCheck(networks[i], PortableNetworks.Runner(portable, i), 0).SpikesAgree(raster);
            }
        }
    }

    [Fact]
    public void Random_sums_that_are_said_to_fit_16_bits_do_and_others_do_not()
    {
        int fitting = 0, attacked = 0, others = 0;
        for (int seed = 0; seed < 400; seed++)
        {
            int[] weights = SignedWeights.Random(seed);
            bool fits = Fits(weights);
            bool overflows = Enumerable.Range(0, SignedWeights.Outputs).Any(output => new[] { 1, -1 }.Any(sign => Record.Exception(() => SignedWeights.Attack(weights, output, sign)) is OverflowException));
            Assert.Equal(!fits, overflows);
            fitting += fits ? 1 : 0;
            others += fits ? 0 : 1;
            attacked += overflows ? 1 : 0;
        }
        Assert.True(fitting > 50 && attacked == others && others > 50, $"{fitting} {attacked}");
    }

    [Fact]
    public void Weights_of_one_sign_reach_the_bound_of_their_current_and_no_weights_surpass_it()
    {
        for (int seed = 0; seed < 100; seed++)
        {
            int[] weights = SignedWeights.Random(seed);
            SpikingLayer layer = SignedWeights.Network(weights).Layers[0];
            long[] bounds = CurrentBounds.Of(layer);
            for (int output = 0; output < SignedWeights.Outputs; output++)
            {
                long most = SignedWeights.Sum(weights, output, 1), least = SignedWeights.Sum(weights, output, -1);
                Assert.Equal(bounds[output], most - least);
                Assert.True(Math.Max(most, -least) * 2 >= bounds[output]);
                if (most == 0 || least == 0)
                    Assert.Equal(bounds[output], Math.Max(most, -least));
            }
        }
    }

    private static bool Fits(int[] weights) => SumBounds.FitShort(
        new DenseConnection(SignedWeights.Inputs, SignedWeights.Outputs, new IntegerTensor(TensorShape.Of(weights.Length), 8, new(weights))), 1);
}
