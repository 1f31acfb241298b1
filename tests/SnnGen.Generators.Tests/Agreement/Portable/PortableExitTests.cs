using SnnGen.Generators.Tests.Compilation;
using SnnGen.Generators.Tests.Networks;
using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Numerics;
using SnnGen.Spiking.Simulation;

namespace SnnGen.Generators.Tests.Agreement.Portable;

/// <summary>Inferences of the portable profile end where those of the reference simulator do.</summary>
public class PortableExitTests
{
    [Fact]
    public void Runs_that_end_early_compute_what_the_reference_simulator_computes()
    {
        SpikingNetwork[] networks = [.. Enumerable.Range(0, 24).Select(Decided)];
        foreach (ExitRule rule in new[] { ExitRule.Exact, ExitRule.Confident })
        {
            int[] steps = [.. networks.Where(network => network.Output.Exit.Rule == rule)
                .Select(network => new ReferenceSimulator(network).Run(new byte[3]).Steps).Distinct()];
            Assert.True(steps.Length > 2, $"{rule}: {string.Join(", ", steps)}");
        }
        using var assembly = new LoadedAssembly(PortableConsumer.Generate(
            networks, [.. networks.Select((network, i) => PortableRunnerSource.Write($"Net{i}Snn", network))], checksOverflow: true));
        for (int i = 0; i < networks.Length; i++)
            for (int sample = 0; sample < 6; sample++)
                new PortableAgreementCheck(networks[i], assembly.Create<IPortableRunner>($"Runners.Net{i}SnnRunner"), i * 6 + sample).All();
    }

    // Outputs whose biases are about as large as what three inputs can add; some of them are equal.
    private static SpikingNetwork Decided(int seed)
    {
        const int TimeSteps = 20;
        var random = new Random(seed);
        int outputs = random.Next(2, 5);
        SpikingNetwork network = TinyNetwork.Readout(3, outputs);
        SpikingLayer layer = network.Layers[0] with
        {
            Projections = network.Layers[0].Projections.Select(projection => projection with
            {
                Connection = new DenseConnection(3, outputs, Integers(3 * outputs, () => random.Next(-2, 3))),
            }).ToEquatableArray(),
            Bias = Integers(outputs, () => random.Next(-3, 4) * 400),
            InitialPotential = Integers(outputs, () => random.Next(-1, 2) * 1000),
        };
        EarlyExit exit = seed % 2 == 0 ? EarlyExit.Exact : EarlyExit.Confident(random.Next(1, 8000));
        return network with
        {
            Arithmetic = new FixedPointArithmetic(8, seed % 3 == 0 ? 32 : 24), TimeSteps = TimeSteps, Layers = new EquatableArray<SpikingLayer>([layer]),
            Output = network.Output with { Exit = exit },
        };
    }

    private static IntegerTensor Integers(int count, Func<int> value) =>
        new(TensorShape.Of(count), 32, Enumerable.Range(0, count).Select(_ => value()).ToEquatableArray());
}
