using Microsoft.CodeAnalysis;
using SnnGen.Generators.Tests.Compilation;
using SnnGen.Generators.Tests.Networks;
using SnnGen.Spiking;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.NetworkFile;

namespace SnnGen.Generators.Tests.Diagnostics;

/// <summary>What cannot be compiled is reported on its file, under the model's name, and the rest is compiled.</summary>
public class DiagnosticsTests
{
    [Fact]
    public void Text_that_is_no_network_is_SNN2001_at_its_line()
    {
        Diagnostic diagnostic = Only(new NetworkFile("net.snn.json", "{\n  \"format\": oops\n}", ("SnnModelPath", "Models/net.onnx")));
        AssertError(diagnostic, "SNN2001", "The spiking network of 'Models/net.onnx' cannot be used: it is not JSON");
        FileLinePositionSpan place = diagnostic.Location.GetLineSpan();
        Assert.Equal(("net.snn.json", 1), (place.Path, place.StartLinePosition.Line));
    }

    [Fact]
    public void A_network_of_another_version_is_SNN2001()
    {
        string text = NetworkFileWriter.Write(TinyNetwork.Int8()).Replace("\"version\": 3", "\"version\": 99");
        AssertError(Only(new NetworkFile("net.snn.json", text)), "SNN2001", "convert the model again");
    }

    [Theory]
    [InlineData("SnnClassName", "9 lives", "class name '9 lives' is not a C# identifier; set ClassName")]
    [InlineData("SnnClassName", "Foo.Bar", "class name 'Foo.Bar' is not a C# identifier")]
    [InlineData("SnnClassName", "Run", "class name 'Run' is the name of one of its members")]
    [InlineData("SnnClassName", "X { } } class Y", "is not a C# identifier")]
    [InlineData("SnnNamespace", "App..Models", "namespace 'App..Models' is not a C# namespace; set Namespace")]
    [InlineData("SnnNamespace", "snngen.runtime", "is taken by SnnGen itself")]
    [InlineData("SnnNamespace", "App.nint.Models", "namespace 'App.nint.Models' would hide C#'s own 'nint'; set Namespace")]
    [InlineData("SnnVisibility", "private", "visibility 'private' is unknown; known are public, internal")]
    [InlineData("SnnProfile", "ancient", "profile 'ancient' is unknown; known are Modern, Portable")]
    public void A_name_that_csharp_does_not_take_is_SNN2002(string metadata, string value, string problem) =>
        AssertError(Only(new NetworkFile("net.snn.json", TinyNetwork.Int8(), (metadata, value))), "SNN2002", problem);

    [Theory]
    [InlineData("SnnClassName", "x", 201, "is longer than 200 characters; set ClassName")]
    [InlineData("SnnNamespace", "App.", 76, "is longer than 300 characters; set Namespace")]
    public void A_name_that_no_file_can_have_is_SNN2002(string metadata, string part, int times, string problem) =>
        AssertError(Only(new NetworkFile("net.snn.json", TinyNetwork.Int8(), (metadata, string.Concat(Enumerable.Repeat(part, times)) + "x"))), "SNN2002", problem);

    [Fact]
    public void A_message_is_one_line_whatever_it_names()
    {
        Diagnostic diagnostic = Only(new NetworkFile("net.snn.json", "{", ("SnnModelPath", "a.onnx\nfoo.cs(1,1): error CS0001: \u001B[31mforged")));
        AssertError(diagnostic, "SNN2001", @"a.onnx\nfoo.cs(1,1): error CS0001: \u001B[31mforged");
    }

    [Fact]
    public void Keywords_are_names_too() => Consumer.Compile(
        new ConsumerSettings(),
        [new("net.snn.json", TinyNetwork.Int8(), ("SnnClassName", "class"), ("SnnNamespace", "App.public"))],
        "internal static class Use { public static int Of(byte[] input) => App.@public.@class.Run(input).Class; }");

    [Fact]
    public void A_file_name_without_a_letter_is_SNN2002() =>
        AssertError(Only(new NetworkFile("--.snn.json", TinyNetwork.Int8())), "SNN2002", "its file name gives no class name; set ClassName");

    [Fact]
    public void Two_files_of_one_class_are_SNN2003_both()
    {
        GeneratorRunResult result = Consumer.Generate(
            new("a/net.snn.json", TinyNetwork.Int8()), new("b/Net.snn.json", TinyNetwork.Float32()), new("c/other.snn.json", TinyNetwork.Int8()));
        Assert.Equal(["a/net.snn.json", "b/Net.snn.json"], result.Diagnostics.Select(d => d.Location.GetLineSpan().Path).Order());
        Assert.All(result.Diagnostics, diagnostic => AssertError(diagnostic, "SNN2003", "set ClassName or Namespace of one of them"));
        Assert.Equal(["App.OtherSnn.g.cs", "App.OtherSnn.Tables.g.cs"], Classes(result));
    }

    [Fact]
    public void A_train_of_many_steps_warns_of_its_stack_as_SNN2004()
    {
        GeneratorRunResult result = Consumer.Generate(new NetworkFile("net.snn.json", TinyNetwork.Int8() with { TimeSteps = 65536 }));
        Diagnostic diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal((DiagnosticSeverity.Warning, "SNN2004"), (diagnostic.Severity, diagnostic.Id));
        Assert.Contains("NetSnn.SpikeTrain of 'net.snn.json' takes 524288 bytes of stack", Message(diagnostic), StringComparison.Ordinal);
        Assert.Equal(["App.NetSnn.g.cs", "App.NetSnn.Tables.g.cs"], Classes(result));
    }

    [Fact]
    public void A_train_beyond_any_stack_is_SNN2005()
    {
        SpikingNetwork network = TinyNetwork.Readout(129, 1) with { TimeSteps = 65536 };
        AssertError(Only(new NetworkFile("net.snn.json", network)), "SNN2005", "SpikeTrain takes 1572864 bytes of stack, more than 1048576");
    }

    [Theory]
    [InlineData("Class")]
    [InlineData("GetPotential")]
    [InlineData("StepLayer0")]
    public void A_member_of_a_portable_class_is_SNN2002_too(string name) => AssertError(
        Only(new NetworkFile("net.snn.json", TinyNetwork.Int8(), ("SnnProfile", "Portable"), ("SnnClassName", name))), "SNN2002", "one of its members");

    [Fact]
    public void A_portable_network_of_too_many_weights_is_SNN2005() => AssertError(
        Only(new NetworkFile("net.snn.json", TinyNetwork.Readout(2049, 2048), ("SnnProfile", "Portable"))), "SNN2005", "it has 4196352 weights");

    [Fact]
    public void A_portable_file_that_is_no_network_is_SNN2001() =>
        AssertError(Only(new NetworkFile("net.snn.json", "{", ("SnnProfile", "Portable"))), "SNN2001", "cannot be used");

    [Fact]
    public void A_broken_file_does_not_keep_the_others_from_being_compiled() => Consumer.CompileWithErrors(
        new ConsumerSettings(),
        [new("broken.snn.json", "{"), new("whole.snn.json", TinyNetwork.Int8())],
        ["internal static class Use { public static int Of(byte[] input) => App.WholeSnn.Run(input).Class; }"],
        out _);

    [Theory]
    [InlineData("*/ class X {} /*")]
    [InlineData("</summary><evil a='1'>&\"")]
    [InlineData("line\r\nbreak\u2028and\u0085more")]
    [InlineData("#error \"\\u0022\" {0} $\"{x}\"")]
    [InlineData("\ud83d\ude00 \u202e \0")]
    public void Hostile_text_stays_text(string text)
    {
        SpikingNetwork network = TinyNetwork.Int8() with
        {
            Name = text,
            Labels = new([text, text + "2"]),
            Metadata = new([new(text, text)]),
            Layers = TinyNetwork.Int8().Layers.Select(layer => layer with { Name = text + layer.Name }).ToEquatableArray(),
        };
        Consumer.Compile(new ConsumerSettings(), [new("net.snn.json", network, ("SnnModelPath", text))]);
    }

    private static Diagnostic Only(NetworkFile file)
    {
        GeneratorRunResult result = Consumer.Generate(file);
        Assert.Empty(Classes(result));
        return Assert.Single(result.Diagnostics);
    }

    private static void AssertError(Diagnostic diagnostic, string id, string problem)
    {
        Assert.Equal((DiagnosticSeverity.Error, id), (diagnostic.Severity, diagnostic.Id));
        Assert.Contains(problem, Message(diagnostic), StringComparison.Ordinal);
        Assert.EndsWith(id.ToLowerInvariant(), diagnostic.Descriptor.HelpLinkUri, StringComparison.Ordinal);
    }

    private static string Message(Diagnostic diagnostic) => diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<string> Classes(GeneratorRunResult result) => result.GeneratedSources
        .Select(source => source.HintName).Where(name => name.StartsWith("App.", StringComparison.Ordinal));
}
