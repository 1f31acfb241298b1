using Microsoft.CodeAnalysis.CSharp;
using SnnGen.Generators.Tests.Compilation;
using SnnGen.Generators.Tests.Networks;
using SnnGen.Spiking;

namespace SnnGen.Generators.Tests.Emit;

/// <summary>Generated code is compiled into projects of any settings; <see cref="Consumer.Compile"/> tolerates no warning.</summary>
public class WarningTests
{
    [Theory]
    [InlineData(LanguageVersion.CSharp12, false, false)]
    [InlineData(LanguageVersion.CSharp12, true, true)]
    [InlineData(LanguageVersion.CSharp13, false, true)]
    [InlineData(LanguageVersion.Latest, false, false)]
    [InlineData(LanguageVersion.Latest, true, true)]
    [InlineData(LanguageVersion.Preview, true, false)]
    public void Projects_of_any_settings_compile_without_a_warning(LanguageVersion version, bool allowsUnsafe, bool checksOverflow) =>
        Consumer.Compile(new ConsumerSettings(version, allowsUnsafe, checksOverflow), Files("public"));

    [Fact]
    public void Internal_classes_compile_without_a_warning() => Consumer.Compile(new ConsumerSettings(), Files("internal"));

    [Fact]
    public void A_public_member_without_documentation_would_be_a_warning() =>
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Consumer.Compile(new ConsumerSettings(), [], "public class Undocumented;"));

    private static NetworkFile[] Files(string visibility)
    {
        SpikingNetwork[] networks =
        [
            .. Enum.GetValues<InputEncoding>().SelectMany(e => new[] { TinyNetwork.Float32(e), TinyNetwork.Int8(e) }),
            TinyNetwork.Readout(2, 2) with { Labels = new(["cat", "dog"]) },
            TinyNetwork.ShapeOnly(),
        ];
        return [.. networks.Select((network, i) => new NetworkFile($"net{i}.snn.json", network, ("SnnVisibility", visibility)))];
    }
}
