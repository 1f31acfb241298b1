using Microsoft.CodeAnalysis;
using SnnGen.Generators.Tests.Agreement;
using SnnGen.Generators.Tests.Agreement.Portable;
using SnnGen.Generators.Tests.Compilation;
using SnnGen.Spiking;

namespace SnnGen.Generators.Tests.Differential;

/// <summary>Networks at the edges of what is valid compute what the reference simulator computes, in both profiles.</summary>
public sealed class EdgeCaseTests(EdgeCaseTests.Classes classes) : IClassFixture<EdgeCaseTests.Classes>
{
    public static TheoryData<string> Edges => [.. EdgeNetworks.Small.Keys, .. EdgeNetworks.Large.Keys];

    [Theory]
    [MemberData(nameof(Edges))]
    public void At_the_edge_is(string edge) => OnLargeStack(() =>
    {
        int index = classes.Names.IndexOf(edge);
        SpikingNetwork network = classes.Networks[index];
        // A run of many steps, or of many neurons, is compared once.
        InputPattern[] patterns = (long)network.TimeSteps * network.Layers.Sum(layer => layer.Neurons) > 5000
            ? [InputPattern.Alternating] : Enum.GetValues<InputPattern>();
        foreach (InputPattern pattern in patterns)
        {
            if (EdgeNetworks.Small.ContainsKey(edge))
                new AgreementCheck(network, GeneratedNetworks.Runner(classes.Modern, index), (int)pattern, pattern).All();
            new PortableAgreementCheck(network, PortableNetworks.Runner(classes.Portable, index), (int)pattern, pattern).All();
        }
    });

    [Fact]
    public void Networks_that_the_stack_cannot_hold_are_refused()
    {
        foreach (SpikingNetwork network in EdgeNetworks.Large.Values)
        {
            Diagnostic error = Assert.Single(Consumer.Generate(new NetworkFile("net.snn.json", network)).Diagnostics);
            Assert.Equal("SNN2005", error.Id);
            Assert.Contains("bytes of stack, more than", error.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        }
    }

    // States of such sizes are on the stack, several of them in a comparison.
    private static void OnLargeStack(Action action)
    {
        Exception? failure = null;
        var thread = new Thread(() => failure = Record.Exception(action), maxStackSize: 256 << 20);
        thread.Start();
        thread.Join();
        if (failure is not null)
            throw new InvalidOperationException(failure.Message, failure);
    }

    /// <summary>All of them, compiled once.</summary>
    public sealed class Classes : IDisposable
    {
        internal List<string> Names { get; } = [.. EdgeNetworks.Small.Keys, .. EdgeNetworks.Large.Keys];

        internal SpikingNetwork[] Networks { get; } = [.. EdgeNetworks.Small.Values, .. EdgeNetworks.Large.Values];

        internal LoadedAssembly Modern { get; }

        internal LoadedAssembly Portable { get; }

        public Classes()
        {
            Modern = GeneratedNetworks.Load([.. EdgeNetworks.Small.Values], checksOverflow: true, warns: true);
            Portable = PortableNetworks.Load(Networks, checksOverflow: true);
        }

        public void Dispose()
        {
            Modern.Dispose();
            Portable.Dispose();
        }
    }
}
