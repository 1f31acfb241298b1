using SnnGen.Generators.Tests.Compilation;
using SnnGen.Generators.Tests.Networks;
using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Numerics;
using SnnGen.Spiking.Simulation;

namespace SnnGen.Generators.Tests.Agreement.Portable;

/// <summary>Steps on spikes and under a held input, mixed.</summary>
public class PortableHoldTests
{
    [Fact]
    public void Spikes_on_their_way_are_lost_when_an_input_is_held()
    {
        SpikingNetwork network = TinyNetwork.Readout(3, 2);
        SpikingLayer layer = network.Layers[0] with
        {
            Projections = network.Layers[0].Projections.Select(projection => projection with
            {
                Delay = 1, Connection = new DenseConnection(3, 2, new IntegerTensor(TensorShape.Of(6), 8, new EquatableArray<int>([3, -5, 7, -11, 13, 2]))),
            }).ToEquatableArray(),
        };
        network = network with { Layers = new EquatableArray<SpikingLayer>([layer]) };
        var reference = LayerSimulator.Create(layer, network.Arithmetic);
        var input = new SpikeRaster(4, 3);
        (input[0, 1], input[2, 2]) = (true, true);
        var output = new SpikeRaster(4, 2);
        using var assembly = new LoadedAssembly(PortableConsumer.Generate([network], []));
        object actual = Activator.CreateInstance(assembly.Assembly.GetType("App.Net0Snn")!)!;
        var potential = actual.GetType().GetMethod("GetPotential")!.CreateDelegate<Func<int, int>>(actual);
        var step = actual.GetType().GetMethod("Step", [])!.CreateDelegate<Func<bool>>(actual);
        var stepSpikes = actual.GetType().GetMethod("Step", [typeof(int[]), typeof(int)])!.CreateDelegate<Func<int[], int, bool>>(actual);

        reference.Step(_ => input, output, 0);
        stepSpikes([1], 1);
        AssertEqual();
        reference.Hold([10, 200, 30]);
        actual.GetType().GetMethod("Hold", [typeof(byte[])])!.Invoke(actual, [new byte[] { 10, 200, 30 }]);
        reference.Step(_ => null, output, 1);
        step();
        AssertEqual();
        reference.Step(_ => input, output, 2);
        stepSpikes([2], 1);
        AssertEqual();
        reference.Step(_ => input, output, 3);
        stepSpikes([], 0);
        AssertEqual();

        void AssertEqual() => Assert.Equal(reference.Potentials(), new double[] { potential(0), potential(1) });
    }
}
