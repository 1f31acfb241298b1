using System.Globalization;
using SnnGen.Generators.Tests.Networks;
using SnnGen.Spiking.NetworkFile;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Spiking.Tests.NetworkFile;

public class RoundTripTests
{
    [Fact]
    public void Reading_what_was_written_gives_an_equal_network()
    {
        for (int seed = 0; seed < 150; seed++)
        {
            SpikingNetwork network = WithTexts(RandomNetwork.Create(seed), seed);
            string text = NetworkFileWriter.Write(network);
            SpikingNetwork read = NetworkFileReader.Read(text);
            Assert.Equal(network, read);
            Assert.Equal(text, NetworkFileWriter.Write(read));
        }
    }

    [Fact]
    public void Reading_what_was_written_gives_an_equal_network_with_membranes_of_its_own_and_delays()
    {
        for (int seed = 0; seed < 100; seed++)
        {
            SpikingNetwork network = RandomHeterogeneousNetwork.Create(seed);
            Assert.Equal(network, NetworkFileReader.Read(NetworkFileWriter.Write(network)));
            SpikingNetwork standIn = NetworkFileReader.Read(NetworkFileWriter.Write(network with { IsShapeOnly = true }));
            Assert.Equal(network.Layers.Select(layer => layer.Shape), standIn.Layers.Select(layer => layer.Shape));
        }
    }

    [Fact]
    public void Reading_what_was_written_gives_an_equal_network_of_a_chip()
    {
        for (int seed = 0; seed < 100; seed++)
        {
            SpikingNetwork network = Networks.RandomChipNetwork.Create(seed);
            Assert.Equal(network, NetworkFileReader.Read(NetworkFileWriter.Write(network)));
        }
    }

    [Fact]
    public void Negative_zero_and_subnormal_weights_keep_their_bits()
    {
        SpikingNetwork network = Networks.Chain.Float32(new Neurons.IntegrateAndFire(default), 1, weight: -0f, bias: float.Epsilon);
        SpikingNetwork read = NetworkFileReader.Read(NetworkFileWriter.Write(network));
        Assert.Equal(BitConverter.SingleToInt32Bits(-0f), BitConverter.SingleToInt32Bits(((Float32Tensor)read.Layers[0].Projections[0].Connection.Weights).Values[0]));
        Assert.Equal(float.Epsilon, ((Float32Tensor)read.Layers[0].Bias).Values[0]);
    }

    [Fact]
    public void A_shape_only_network_keeps_its_sizes()
    {
        SpikingNetwork network = RandomNetwork.Create(4) with { IsShapeOnly = true };
        SpikingNetwork read = NetworkFileReader.Read(NetworkFileWriter.Write(network));
        Assert.True(read.IsShapeOnly);
        Assert.Equal(network.InputSize, read.InputSize);
        Assert.Equal(network.OutputSize, read.OutputSize);
        Assert.All(read.Layers, layer => Assert.All(layer.Projections, projection => Assert.Equal(0, projection.Connection.Weights.Count)));
    }

    [Fact]
    public void The_bytes_do_not_depend_on_the_culture()
    {
        SpikingNetwork network = WithTexts(RandomNetwork.Create(6), 6);
        string expected = NetworkFileWriter.Write(network);
        // Made by hand: a machine without ICU knows no culture but the invariant one.
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (culture.NumberFormat.NumberDecimalSeparator, culture.NumberFormat.NegativeSign) = (",", "\u2212");
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = culture;
            Assert.Equal(expected, NetworkFileWriter.Write(network));
            Assert.Equal(network, NetworkFileReader.Read(expected));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Lines_end_with_line_feeds() =>
        Assert.DoesNotContain('\r', NetworkFileWriter.Write(RandomNetwork.Create(1)));

    private static SpikingNetwork WithTexts(SpikingNetwork network, int seed) => network with
    {
        Name = "näme \"quoted\" \u2028 \r\n " + seed,
        Labels = Enumerable.Range(0, network.OutputSize).Select(i => $"label {i} <>&'\\ 数").ToEquatableArray(),
        Metadata = new EquatableArray<MetadataEntry>([new MetadataEntry("model.sha256", "0f"), new MetadataEntry("a\nb", "")]),
    };
}
