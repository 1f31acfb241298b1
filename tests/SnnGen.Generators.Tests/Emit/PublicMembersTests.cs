using SnnGen.Generators.Tests.Compilation;
using SnnGen.Generators.Tests.Networks;
using SnnGen.Generators.Tests.Support;
using SnnGen.Spiking;
using static SnnGen.Generators.Tests.Support.Verifier;

namespace SnnGen.Generators.Tests.Emit;

/// <summary>The interface that apps are written against: a change of these texts is a change for users.</summary>
public class PublicMembersTests
{
    [Fact]
    public Task Modern_class() => Verify(MembersOf("Modern", TinyNetwork.Int8()));

    [Fact]
    public Task Modern_class_with_events_and_labels() =>
        Verify(MembersOf("Modern", TinyNetwork.Float32(InputEncoding.Events) with { Labels = new(["left", "right"]) }));

    [Fact]
    public Task Portable_class() => Verify(MembersOf("Portable", TinyNetwork.Int8()));

    private static string MembersOf(string profile, SpikingNetwork network) => PublicMembers.Of(
        Consumer.Compile(new ConsumerSettings(), [new NetworkFile("tiny.snn.json", network, ("SnnProfile", profile))]));
}
