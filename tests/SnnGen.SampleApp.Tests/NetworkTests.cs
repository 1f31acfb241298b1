using SampleApp.Data;
using SampleApp.Measurement;
using SampleApp.Showcase;

namespace SnnGen.SampleApp.Tests;

public sealed class NetworkTests
{
    [Fact]
    public void Stated_layers_are_those_of_the_generated_classes()
    {
        foreach (Network network in Networks.All)
        {
            var white = new byte[network.Layers[0]];
            Array.Fill(white, (byte)255);
            Answer answer = network.Run(white);

            // Every input reaches every hidden neuron once, every hidden spike every output.
            Assert.Equal(network.Layers[0] * network.Layers[1] + answer.Spikes * network.Layers[2], answer.SynapticOperations);
        }
    }

    [Fact]
    public void Watching_a_network_does_not_change_its_answer()
    {
        ImageSet small = ShippedDigits.Small(), large = ShippedDigits.MnistStyle();
        foreach (Network network in Networks.All)
        {
            ImageSet images = network == Networks.Digits ? small : large;
            for (int i = 0; i < 100; i++)
                Assert.Equal(network.Run(images[i]), Trace.Record(network, images[i]).Answer);
        }
    }

    [Fact]
    public void Exhibits_are_chosen_by_rule()
    {
        ImageSet images = ShippedDigits.Small();
        Exhibit[] exhibits = [.. Exhibit.Choose(Networks.Digits, images)];
        Trace[] traces = [.. Enumerable.Range(0, images.Count).Select(i => Trace.Record(Networks.Digits, images[i]))];
        bool[] isRight = [.. traces.Select((trace, i) => trace.Answer.Class == images.Labels[i])];

        Assert.Equal(3, exhibits.Length);
        Assert.Equal(0, exhibits[0].Index);
        Assert.True(isRight[exhibits[1].Index]);
        Assert.Equal(traces.Where((_, i) => isRight[i]).Max(trace => trace.SettledAt), exhibits[1].Trace.SettledAt);
        Assert.Equal(Array.IndexOf(isRight, false), exhibits[2].Index);
    }

    [Fact]
    public void A_trace_knows_since_when_its_answer_stands()
    {
        Assert.Equal(1, SettledAt(3, 3, 3));
        Assert.Equal(2, SettledAt(5, 3, 3));
        Assert.Equal(3, SettledAt(3, 5, 3));
    }

    private static int SettledAt(params int[] leaders) =>
        new Trace([.. leaders.Select(leader => new TimeStep([], [], [], 0, new Answer(leader, 0, 0)))]).SettledAt;
}
