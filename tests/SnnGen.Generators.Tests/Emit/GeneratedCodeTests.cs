using SnnGen.Generators.Tests.Compilation;
using SnnGen.Generators.Tests.Networks;
using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Neurons;
using static SnnGen.Generators.Tests.Support.Verifier;

namespace SnnGen.Generators.Tests.Emit;

/// <summary>What the generator writes, to be read by people.</summary>
public class GeneratedCodeTests
{
    [Fact]
    public Task Float32_integrate_and_fire() => Verify(Classes(TinyNetwork.Float32()));

    [Fact]
    public Task Int8_leaky_integrate_and_fire() => Verify(Classes(TinyNetwork.Int8()));

    [Fact]
    public Task Reset_to_zero_and_rate_encoding() =>
        Verify(Classes(TinyNetwork.Int8(InputEncoding.Rate, new IntegrateAndFire(ResetMode.Zero))));

    [Fact]
    public Task Current_based_neurons_that_rest() =>
        Verify(Classes(TinyNetwork.Int8(InputEncoding.Current, new CurrentBasedLeakyIntegrateAndFire(0.5, 0.875, ResetMode.Zero) { Refractory = 2 })));

    [Fact]
    public Task Latency_as_input() => Verify(Classes(TinyNetwork.Int8(InputEncoding.Latency, new IntegrateAndFire(ResetMode.Subtract))));

    [Fact]
    public Task First_spike_decides()
    {
        SpikingNetwork network = TinyNetwork.Int8();
        SpikingLayer last = network.Layers[1] with { Neuron = new IntegrateAndFire(ResetMode.Subtract) };
        return Verify(Classes(network with
        {
            Layers = new EquatableArray<SpikingLayer>([network.Layers[0], last]), Output = network.Output with { Readout = Readout.First },
        }));
    }

    [Fact]
    public Task Events_as_input() => Verify(Classes(TinyNetwork.Float32(InputEncoding.Events)));

    [Fact]
    public Task Labels_and_a_single_layer() =>
        Verify(Classes(TinyNetwork.Readout(2, 3) with { Labels = new(["T-shirt/top", "9 lives", "Bag & <shoe>"]) }));

    [Fact]
    public Task Convolution_pooling_and_two_sources() => Verify(Classes(TinyNetwork.Convolutional()));

    [Fact]
    public Task Recurrence_and_delays() => Verify(Classes(TinyNetwork.Recurrent(isFixedPoint: false)));

    [Fact]
    public Task Stand_in_of_a_design_time_build() => Verify(Classes(TinyNetwork.ShapeOnly()));

    private static string Classes(SpikingNetwork network)
    {
        var file = new NetworkFile("tiny.snn.json", network, ("SnnModelPath", "Models/tiny.onnx"));
        string version = typeof(SpikingNetworkGenerator).Assembly.GetName().Version!.ToString(3);
        return string.Join("\n", Consumer.Generate(file).GeneratedSources
            .Where(source => source.HintName.StartsWith("App.", StringComparison.Ordinal))
            .Select(source => $"// {source.HintName}\n{source.SourceText.ToString().Replace($"\"{version}\"", "\"VERSION\"")}"));
    }
}
