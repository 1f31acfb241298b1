using SnnGen.Generators.Tests.Compilation;
using SnnGen.Spiking;

namespace SnnGen.Generators.Tests.Agreement;

/// <summary>The generated classes of some networks. They share a compilation, because compiling is most of the time.</summary>
internal static class GeneratedNetworks
{
    public static LoadedAssembly Load(params SpikingNetwork[] networks) => new(Consumer.Compile(
        new ConsumerSettings(),
        [.. networks.Select((network, i) => new NetworkFile($"net{i}.snn.json", network))],
        [.. networks.Select((network, i) => RunnerSource.Write($"Net{i}Snn", network))]));

    public static INetworkRunner Runner(LoadedAssembly assembly, int index) =>
        assembly.Create<INetworkRunner>($"Runners.Net{index}SnnRunner");
}
