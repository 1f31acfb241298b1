using SnnGen.Generators.Tests.Compilation;
using SnnGen.Spiking;

namespace SnnGen.Generators.Tests.Agreement.Portable;

/// <summary>The classes of some networks in the portable profile, of one compilation.</summary>
internal static class PortableNetworks
{
    public static LoadedAssembly Load(SpikingNetwork[] networks, bool checksOverflow = false) => new(PortableConsumer.Generate(
        networks, [.. networks.Select((network, i) => PortableRunnerSource.Write($"Net{i}Snn", network))], checksOverflow));

    public static IPortableRunner Runner(LoadedAssembly assembly, int index) => assembly.Create<IPortableRunner>($"Runners.Net{index}SnnRunner");
}
