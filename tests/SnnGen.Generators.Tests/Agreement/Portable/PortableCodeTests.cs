using Microsoft.CodeAnalysis.CSharp;
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
    public Task Recurrence_and_delays() => Verify(Class(TinyNetwork.Recurrent(isFixedPoint: true)));

    [Fact]
    public Task Stand_in_of_a_design_time_build() => Verify(Class(TinyNetwork.ShapeOnly()));

    [Fact]
    public void A_class_is_one_file_and_needs_no_runtime_files() =>
        Assert.Equal(["App.TinySnn.g.cs"], Consumer.Generate(File(TinyNetwork.Int8())).GeneratedSources.Select(source => source.HintName));

    [Theory]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.Preview)]
    public void Newer_projects_compile_without_a_warning(LanguageVersion version)
    {
        SpikingNetwork[] networks =
        [
            .. Enum.GetValues<InputEncoding>().SelectMany(e => new[] { TinyNetwork.Float32(e), TinyNetwork.Int8(e) }),
            TinyNetwork.Readout(2, 2) with { Name = "*/ class X {} /*", Labels = new(["</summary>", "line\r\nbreak"]) },
            TinyNetwork.ShapeOnly(), TinyNetwork.Recurrent(isFixedPoint: true), TinyNetwork.Recurrent(isFixedPoint: false),
        ];
        NetworkFile[] files =
        [
            .. networks.Select((network, i) => new NetworkFile($"net{i}.snn.json", network, ("SnnProfile", "Portable"), ("SnnVisibility", "internal"))),
            new NetworkFile("key.snn.json", TinyNetwork.Int8(), ("SnnProfile", "Portable"), ("SnnClassName", "class"), ("SnnNamespace", "App.public")),
        ];
        Consumer.Compile(new ConsumerSettings(version, AllowsUnsafe: true, ChecksOverflow: true), files,
            "internal static class Use { public static int Of(byte[] input) => new App.@public.@class().Run(input); }");
    }

    private static NetworkFile File(SpikingNetwork network) =>
        new("tiny.snn.json", network, ("SnnModelPath", "Models/tiny.onnx"), ("SnnProfile", "portable"));

    private static string Class(SpikingNetwork network) => Consumer.Generate(File(network)).GeneratedSources.Single().SourceText.ToString();
}
