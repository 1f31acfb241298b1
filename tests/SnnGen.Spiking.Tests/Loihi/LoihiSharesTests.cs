using SnnGen.Spiking.Neurons;

namespace SnnGen.Spiking.Tests.Loihi;

/// <summary>Loihi's decays as the shares that survive a step: (4095 − du) / 2¹² and (4096 − dv) / 2¹².</summary>
public class LoihiSharesTests
{
    [Theory]
    [InlineData(1023, 1024, 0.75, 0.75)]
    [InlineData(4094, 4095, 1 / 4096.0, 1 / 4096.0)]
    [InlineData(0, 0, 4095 / 4096.0, 1)]
    public void They_are_what_the_decays_leave(int du, int dv, double synaptic, double membrane) =>
        Assert.Equal(new NeuronDynamics(synaptic, membrane, ResetMode.Zero, 0), NeuronDynamics.Of(new LoihiNeuron(du, dv)));

    [Fact]
    public void With_the_largest_decay_there_is_no_synapse() =>
        Assert.Equal(new NeuronDynamics(null, 1, ResetMode.Zero, 0), NeuronDynamics.Of(new LoihiNeuron(4095, 0)));

    [Fact]
    public void A_synapse_is_a_current_that_outlives_its_step()
    {
        Assert.True(NeuronDynamics.HasSynapse(new LoihiNeuron(4094, 0)));
        Assert.False(NeuronDynamics.HasSynapse(new LoihiNeuron(4095, 0)));
        Assert.True(NeuronDynamics.HasSynapse(new CurrentBasedLeakyIntegrateAndFire(0.5, 1, ResetMode.Zero)));
        Assert.False(NeuronDynamics.HasSynapse(new IntegrateAndFire(ResetMode.Zero)));
        Assert.False(NeuronDynamics.HasSynapse(new Integrator()));
    }
}
