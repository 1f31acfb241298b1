using SnnGen.Generators.Tests.Compilation;
using SnnGen.Generators.Tests.Networks;
using SnnGen.Spiking;
using static SnnGen.Generators.Tests.Support.Verifier;

namespace SnnGen.Generators.Tests.Agreement.Portable;

/// <summary>What the portable profile looks like, to be read by people.</summary>
public class PortableCodeTests
{
    [Fact]
    public Task Convolution_pooling_and_two_sources() => Verify(Class(TinyNetwork.Convolutional()));

    [Fact]
    public Task Float32_rates_and_labels() => Verify(Class(TinyNetwork.Float32(InputEncoding.Rate) with { Labels = new(["cat", "dog"]) }));

    [Fact]
    public Task Stand_in_of_a_design_time_build() => Verify(Class(TinyNetwork.ShapeOnly()));

    [Fact]
    public void A_class_is_one_file_and_needs_no_runtime_files() =>
        Assert.Equal(["App.TinySnn.g.cs"], Consumer.Generate(File(TinyNetwork.Int8())).GeneratedSources.Select(source => source.HintName));

    private static NetworkFile File(SpikingNetwork network) =>
        new("tiny.snn.json", network, ("SnnModelPath", "Models/tiny.onnx"), ("SnnProfile", "portable"));

    private static string Class(SpikingNetwork network) => Consumer.Generate(File(network)).GeneratedSources.Single().SourceText.ToString();
}
