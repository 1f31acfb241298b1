using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;
using SnnGen.Spiking.Simulation;
using SnnGen.Spiking.Tests.Networks;

namespace SnnGen.Spiking.Tests.Simulation;

/// <summary>Bytes, values and spikes as what the hidden neuron of a chain receives; its threshold is out of reach.</summary>
public class InputFormTests
{
    private static readonly IntegrateAndFire s_neuron = new(ResetMode.Subtract);

    [Fact]
    public void A_byte_is_its_own_level_in_fixed_point() =>
        Assert.Equal(51, Hidden(new ReferenceSimulator(Integer(InputEncoding.Current, 1)).Run([(byte)51])));

    [Fact]
    public void A_byte_is_its_share_of_255_in_single_precision() =>
        Assert.Equal(0.2f, Hidden(new ReferenceSimulator(Single(InputEncoding.Current, 1)).Run([(byte)51])));

    [Fact]
    public void A_value_is_quantised_in_fixed_point()
    {
        // u = (0 + 1) / 2, q = ⌊127.5 + ½⌋.
        Assert.Equal(128, Hidden(new ReferenceSimulator(Scaled(Integer(InputEncoding.Current, 1))).Run([0f])));
    }

    [Fact]
    public void A_value_is_only_normalised_in_single_precision() =>
        Assert.Equal(0.625, Hidden(new ReferenceSimulator(Scaled(Single(InputEncoding.Current, 1))).Run([0.25f])));

    [Fact]
    public void A_value_that_becomes_spikes_is_quantised_in_single_precision_too()
    {
        // q = 128: ⌊(127 + 3 · 128) / 255⌋ spikes.
        Assert.Equal(2, Hidden(new ReferenceSimulator(Scaled(Single(InputEncoding.Rate, 3))).Run([0f])));
    }

    [Fact]
    public void A_further_spike_of_a_latency_coded_input_adds_nothing()
    {
        var spikes = new SpikeRaster(5, 1);
        spikes[1, 0] = spikes[3, 0] = true;
        // The current of the first spike stays for the steps 1 to 4.
        SimulationResult result = new ReferenceSimulator(Integer(InputEncoding.Latency, 5)).Run(spikes);
        Assert.Equal(4 * 255, Hidden(result));
        Assert.Equal(1, result.SynapticOperations);
    }

    private static SpikingNetwork Integer(InputEncoding encoding, int timeSteps) => Chain.FixedPoint(s_neuron, timeSteps, threshold: 10_000, encoding: encoding);

    private static SpikingNetwork Single(InputEncoding encoding, int timeSteps) => Chain.Float32(s_neuron, timeSteps, threshold: 100, encoding: encoding);

    private static SpikingNetwork Scaled(SpikingNetwork network) => network with { Input = network.Input with { Scale = 2, Offset = -1 } };

    private static double Hidden(SimulationResult result) => result.LayerPotentials[0][0];
}
