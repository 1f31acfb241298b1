using SnnGen.Generators.Tests.Agreement;
using SnnGen.Generators.Tests.Agreement.Portable;
using SnnGen.Generators.Tests.Compilation;
using SnnGen.Generators.Tests.Networks;
using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.NetworkFile;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;
using SnnGen.Spiking.Simulation;
using static SnnGen.Generators.Tests.Networks.TensorOf;

namespace SnnGen.Generators.Tests.Differential;

/// <summary>Currents and potentials that reach the ends of their widths.</summary>
public class PotentialBoundTests
{
    [Fact]
    public void The_largest_current_on_the_largest_potential_fits_32_bits_and_none_is_larger()
    {
        int room = FixedPointArithmetic.CurrentLimit - 127 * 255;
        SpikingNetwork[] networks = [.. new[] { PotentialOverflow.Saturate, PotentialOverflow.Wrap }.SelectMany(overflow => new[] { 31, 32 }.Select(bits => Charged(room, bits, overflow)))];
        Assert.Throws<NetworkFileException>(() => NetworkValidator.Validate(Charged(room + 1, 31, PotentialOverflow.Saturate)));
        Assert.Equal(int.MaxValue - 1, checked(((FixedPointArithmetic)networks[0].Arithmetic).MaximumPotential + FixedPointArithmetic.CurrentLimit));
        using var modern = GeneratedNetworks.Load(networks, checksOverflow: true);
        using var portable = PortableNetworks.Load(networks, checksOverflow: true);
        for (int i = 0; i < networks.Length; i++)
        {
            new AgreementCheck(networks[i], GeneratedNetworks.Runner(modern, i), 0, InputPattern.Everything).All();
            new PortableAgreementCheck(networks[i], PortableNetworks.Runner(portable, i), 0, InputPattern.Everything).All();
        }
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void Outputs_that_just_do_not_saturate_are_summed_over_all_steps_and_one_unit_more_is_not(int beyond, bool isSummed)
    {
        SpikingNetwork network = Summed(beyond);
        string text = string.Concat(Consumer.Generate(new NetworkFile("net.snn.json", network)).GeneratedSources.Select(source => source.SourceText.ToString()));
        Assert.Equal(isSummed, text.Contains("Proven not to saturate", StringComparison.Ordinal));
        using var modern = GeneratedNetworks.Load([network], checksOverflow: true);
        new AgreementCheck(network, GeneratedNetworks.Runner(modern, 0), 0, InputPattern.Everything).All();
        // All hidden neurons spike at every step: the first output reaches the end of its range.
        Assert.Equal(511, new ReferenceSimulator(network).Run(new byte[25]).Potentials[0]);
    }

    // Four windows of one spike each, weights 3 and 7: 40 a step, for four steps.
    private static SpikingNetwork Summed(int beyond)
    {
        SpikingNetwork network = TinyNetwork.Pooled(delay: 0);
        return network with
        {
            Arithmetic = new FixedPointArithmetic(8, 10),
            Layers = new(
            [
                network.Layers[0] with
                {
                    Bias = Integers(1 << 20), Threshold = Integers(1), InitialPotential = Integers(0), Neuron = new IntegrateAndFire(ResetMode.Zero),
                },
                network.Layers[1] with { InitialPotential = Integers(511 - 4 * 40 + beyond, 0) },
            ]),
        };
    }

    private static SpikingNetwork Charged(int bias, int bits, PotentialOverflow overflow)
    {
        var arithmetic = new FixedPointArithmetic(8, bits) { Overflow = overflow };
        SpikingNetwork network = TinyNetwork.Readout(1, 2);
        return network with
        {
            Arithmetic = arithmetic,
            Layers = new(
            [
                network.Layers[0] with
                {
                    Bias = Integers(bias, -bias), InitialPotential = Integers(arithmetic.MaximumPotential, arithmetic.MinimumPotential),
                    Projections = new([new Projection(-1, ChannelOrder.Last, null, new DenseConnection(1, 2, Bytes(127, -127)))]),
                },
            ]),
        };
    }
}
