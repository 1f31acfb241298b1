using SnnGen.Generators.Tests.Compilation;
using SnnGen.Generators.Tests.Networks;
using SnnGen.Spiking;
using Xunit;

namespace SnnGen.Generators.Tests.Agreement;

public class AgreementTests
{
    // Many networks share a compilation, because compiling is most of the time.
    [Theory]
    [InlineData(0, 80)]
    [InlineData(80, 160)]
    public void Random_networks_compute_what_the_reference_simulator_computes(int first, int end)
    {
        SpikingNetwork[] networks = [.. Enumerable.Range(first, end - first).Select(RandomNetwork.Create)];
        NetworkFile[] files = [.. networks.Select((network, i) => new NetworkFile($"net{i}.snn.json", network))];
        string[] runners = [.. networks.Select((network, i) => RunnerSource.Write($"Net{i}Snn", network))];
        using var assembly = new LoadedAssembly(Consumer.Compile(files, runners));

        for (int i = 0; i < networks.Length; i++)
        {
            var runner = assembly.Create<INetworkRunner>($"Runners.Net{i}SnnRunner");
            for (int sample = 0; sample < 3; sample++)
                new AgreementCheck(networks[i], runner, seed: (first + i) * 3 + sample).All();
        }
    }
}
