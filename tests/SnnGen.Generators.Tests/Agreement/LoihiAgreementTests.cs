using SnnGen.Generators.Tests.Networks;
using SnnGen.Spiking;
using SnnGen.Spiking.Numerics;
using SnnGen.Spiking.Tests.Loihi;

namespace SnnGen.Generators.Tests.Agreement;

/// <summary>Generated code of Loihi's neurons.</summary>
public class LoihiAgreementTests
{
    private const int Networks = 60;

    [Fact]
    public void Random_networks_of_Loihi_compute_what_the_reference_simulator_computes()
    {
        SpikingNetwork[] networks = [.. Enumerable.Range(0, Networks).Select(RandomLoihiNetwork.Create)];
        using var assembly = GeneratedNetworks.Load(networks);
        for (int i = 0; i < networks.Length; i++)
            for (int sample = 0; sample < 3; sample++)
                new AgreementCheck(networks[i], GeneratedNetworks.Runner(assembly, i), seed: i * 3 + sample).All();
    }

    [Fact]
    public void They_have_weights_of_eight_bits_of_nine_bits_and_of_nine_that_are_even()
    {
        int[][] weights = [.. Enumerable.Range(0, Networks).SelectMany(seed => RandomLoihiNetwork.Create(seed).Layers)
            .SelectMany(layer => layer.Projections).Select(projection => ((IntegerTensor)projection.Connection.Weights).Values.ToArray())];
        Assert.Contains(weights, w => w.Any(x => x > 127 && x % 2 != 0));
        Assert.Contains(weights, w => w.Any(x => x < -128 && x % 2 != 0));
        Assert.Contains(weights, w => w.Any(x => x == -256));
        Assert.Contains(weights, w => w.Any(x => x > 127) && w.All(x => x % 2 == 0));
        Assert.Contains(weights, w => w.Any(x => x % 2 != 0) && w.All(x => x is >= -128 and <= 127));
    }

    [Fact]
    public void Neurons_of_Loihi_take_delays_of_each_input()
    {
        SpikingNetwork[] networks = [.. Enumerable.Range(0, 12).Select(seed => WithDelays(RandomLoihiNetwork.Create(seed)))];
        using var assembly = GeneratedNetworks.Load(networks);
        for (int i = 0; i < networks.Length; i++)
            new AgreementCheck(networks[i], GeneratedNetworks.Runner(assembly, i), seed: i).All();
    }

    [SharedTheory("loihi", "lif_reference.npz")]
    [InlineData("a")]
    [InlineData("b")]
    [InlineData("c")]
    [InlineData("d")]
    public void Spikes_and_potentials_are_those_of_Lava(string name)
    {
        var recording = new LavaRecording(SharedData.Path("loihi", "lif_reference.npz"), name);
        using var assembly = GeneratedNetworks.Load(recording.Network);
        ulong[][] frames = [.. Enumerable.Range(0, LavaRecording.Steps).Select(step => recording.Input.Frame(step).ToArray())];
        Outcome[] steps = GeneratedNetworks.Runner(assembly, 0).StepFrames(frames);
        for (int step = 0; step < LavaRecording.Steps; step++)
        {
            ulong frame = Assert.Single(Assert.Single(steps[step].HiddenSpikes));
            Assert.Equal(recording.Spikes(step), Enumerable.Range(0, LavaRecording.Neurons).Select(j => (double)(frame >> j & 1)));
            Assert.Equal(recording.Potentials(step), steps[step].Potentials);
        }
    }

    private static SpikingNetwork WithDelays(SpikingNetwork network) => network with
    {
        Layers = network.Layers.Select(layer => layer with
        {
            Projections = layer.Projections.Select(projection => projection with
            {
                InputDelays = Enumerable.Range(0, projection.Inputs).Select(input => input % 2).ToEquatableArray(),
            }).ToEquatableArray(),
        }).ToEquatableArray(),
    };
}
