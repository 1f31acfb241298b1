using SnnGen.Generators.Tests.Compilation;
using SnnGen.Generators.Tests.Networks;
using SnnGen.Spiking;

namespace SnnGen.Generators.Tests.Agreement.Portable;

/// <summary>A portable class takes nothing that it would compute nonsense from.</summary>
public sealed class PortableArgumentTests : IDisposable
{
    private readonly LoadedAssembly _assembly;
    private readonly IPortableRunner _runner;

    public PortableArgumentTests()
    {
        SpikingNetwork network = TinyNetwork.Int8();
        _assembly = new LoadedAssembly(PortableConsumer.Generate([network], [PortableRunnerSource.Write("Net0Snn", network)]));
        _runner = _assembly.Create<IPortableRunner>("Runners.Net0SnnRunner");
    }

    public void Dispose() => _assembly.Dispose();

    [Theory]
    [InlineData(new[] { 0, 1 }, new[] { 0, 0 }, 3)]
    [InlineData(new[] { 0, 1 }, new[] { 0 }, 2)]
    [InlineData(new[] { 0, 1 }, new[] { 0, 0 }, -1)]
    [InlineData(new[] { 1, 0 }, new[] { 0, 0 }, 2)]
    [InlineData(new[] { 1, 1 }, new[] { 2, 1 }, 2)]
    [InlineData(new[] { 1, 1 }, new[] { 2, 2 }, 2)]
    [InlineData(new[] { -1, 1 }, new[] { 2, 2 }, 2)]
    [InlineData(new[] { 0, 4 }, new[] { 2, 2 }, 2)]
    [InlineData(new[] { 0, 1 }, new[] { 2, 3 }, 2)]
    [InlineData(new[] { 0, 1 }, new[] { -1, 2 }, 2)]
    [InlineData(null, new[] { -1, 2 }, 2)]
    [InlineData(new[] { 0, 1 }, null, 2)]
    public void A_run_takes_spikes_in_order_and_in_range_only(int[]? steps, int[]? inputs, int count) =>
        Assert.ThrowsAny<ArgumentException>(() => _runner.Run(steps!, inputs!, count));

    [Theory]
    [InlineData(3)]
    [InlineData(-1)]
    [InlineData(2, 1)]
    [InlineData(0, 0)]
    [InlineData(0, 1, 2, 2)]
    public void A_step_takes_inputs_in_order_and_in_range_only(params int[] inputs) =>
        Assert.ThrowsAny<ArgumentException>(() => _runner.Step([inputs]));

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void An_input_has_the_size_of_the_network(int length)
    {
        Assert.Throws<ArgumentException>(() => _runner.Run(new byte[length]));
        Assert.Throws<ArgumentException>(() => _runner.HoldAndStep(new byte[length], 1));
    }

    [Fact]
    public void A_step_without_spikes_needs_something_held()
    {
        object network = Activator.CreateInstance(_assembly.Assembly.GetType("App.Net0Snn")!)!;
        var step = network.GetType().GetMethod("Step", [])!.CreateDelegate<Func<bool>>(network);
        Assert.Throws<InvalidOperationException>(() => step());
        network.GetType().GetMethod("Hold", [typeof(byte[])])!.Invoke(network, [new byte[3]]);
        Assert.True(step());
        network.GetType().GetMethod("Reset")!.Invoke(network, null);
        Assert.Throws<InvalidOperationException>(() => step());
    }

    [Fact]
    public void There_are_no_outputs_and_layers_beyond_the_last()
    {
        object network = Activator.CreateInstance(_assembly.Assembly.GetType("App.Net0Snn")!)!;
        var potential = network.GetType().GetMethod("GetPotential")!.CreateDelegate<Func<int, int>>(network);
        var spikes = network.GetType().GetMethod("LayerSpikes")!.CreateDelegate<Func<int, int[], int>>(network);
        Assert.Throws<ArgumentOutOfRangeException>(() => potential(2));
        Assert.Throws<ArgumentOutOfRangeException>(() => potential(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => spikes(1, new int[2]));
        Assert.Equal(0, spikes(0, []));
    }
}
