using SnnGen.Generators.Diagnostics;
using SnnGen.Generators.Input;
using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Memory;
using SnnGen.Spiking.NetworkFile;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;
using SnnGen.Spiking.Simulation;

namespace SnnGen.Generators.Planning.Portable;

/// <summary>Reads a network and decides how its class of the portable profile will look.</summary>
internal static class PortablePlanner
{
    // Each value is a literal of the source; the compiler holds a syntax node for it.
    private const long ValueLimit = 4L << 20;
    private const long StateLimitBytes = 64L << 20;

    public static Result<PortableClass> Plan(NetworkSource source)
    {
        SpikingNetwork network;
        try
        {
            network = NetworkFileReader.Read(source.Text);
        }
        catch (NetworkFileException e)
        {
            var location = new FileLocation(source.Path, e.Line, e.Column);
            return Result<PortableClass>.Failure(
                new(DiagnosticDescriptors.InvalidNetworkFile, location, [source.ModelPath, e.Message]));
        }
        return SizeProblem(network) is { } problem
            ? Result<PortableClass>.Failure(new(DiagnosticDescriptors.TooLarge, FileLocation.StartOf(source.Path), [source.ModelPath, problem]))
            : Result<PortableClass>.Success(Plan(source, network));
    }

    private static PortableClass Plan(NetworkSource source, SpikingNetwork network) => new(
        source.Class,
        source.Visibility,
        source.ModelPath,
        network.Name,
        network.Arithmetic,
        network.TimeSteps,
        network.Input,
        network.Output,
        network.Layers.Select((layer, index) => PlanLayer(network, layer, index)).ToEquatableArray(),
        Labels(network),
        network.Metadata,
        network.Output.Exit.Rule == ExitRule.Exact && !network.IsShapeOnly
            ? PortableTable.Of(new EquatableArray<int>(ExitBounds.Gains(network.Layers[network.Layers.Count - 1]))) : null,
        PortableMemory.Of(network),
        network.IsShapeOnly);

    private static PortableLayer PlanLayer(SpikingNetwork network, SpikingLayer layer, int index) => new(
        index, layer.Name, layer.Neurons, layer.Currents,
        layer.Projections.Select((projection, p) => PlanProjection(network, projection, p)).ToEquatableArray(),
        layer.Pooling?.Window is { } window
            ? PortableWindow.Backward(window, window.Input.Width * window.Input.Channels, window.Input.Channels) : null,
        layer.Neuron,
        PortableTable.OfParameter(layer.Bias),
        PortableTable.OfParameter(layer.Threshold),
        PortableTable.OfParameter(layer.InitialPotential))
    {
        Membrane = Membrane.Of(layer.Neuron) is not { } membrane ? null : new PortableMembrane(
            PortableTable.OfParameter(membrane.Leak),
            membrane.SynapticLeak is null ? null : PortableTable.OfParameter(membrane.SynapticLeak),
            membrane.Drive is null ? null : PortableTable.OfParameter(membrane.Drive),
            membrane.Floor is null ? null : PortableTable.OfParameter(membrane.Floor),
            layer.Neuron is HeterogeneousNeuron neuron ? PortableTable.OfParameter(neuron.ResetValue) : null),
    };

    private static PortableProjection PlanProjection(SpikingNetwork network, Projection projection, int index)
    {
        var convolution = projection.Connection as ConvolutionConnection;
        return new PortableProjection(
            index, projection.Source, projection.Order, projection.Inputs, projection.Connection.Outputs,
            projection.Pooling?.Window is { } pooling ? PortableWindow.Forward(
                pooling,
                convolution?.Window.KernelHeight ?? pooling.Output.Width * pooling.Output.Channels,
                convolution?.Window.KernelWidth ?? pooling.Output.Channels) : null,
            convolution?.Window is { } window ? PortableWindow.Forward(
                window, window.Output.Width * window.Output.Channels, window.Output.Channels) : null,
            convolution?.Groups ?? 1,
            network.Arithmetic is FixedPointArithmetic ? projection.SpikeWorth : 1,
            projection.Delay,
            projection.InputDelays.Count == 0 ? null : PortableTable.Of(projection.InputDelays),
            projection.Source >= 0 && network.Layers[projection.Source].Neuron is not SpikingNeuron,
            PortableTable.Of(projection.Connection.Weights));
    }

    private static string? SizeProblem(SpikingNetwork network)
    {
        decimal values = network.Layers.Sum(layer => Offsets(layer.Pooling?.Window) + layer.Projections.Sum(projection =>
            WeightCount(projection.Connection) + Offsets(projection.Pooling?.Window) + Offsets((projection.Connection as ConvolutionConnection)?.Window)));
        if (values > ValueLimit)
            return $"it has {values} weights and offsets of windows, more than {ValueLimit}, the most of the portable profile";
        decimal state = network.Layers.Sum(layer => (decimal)layer.Neurons * (layer.Pooling?.Window.Taps ?? 1));
        return state * sizeof(int) > StateLimitBytes ? $"its state takes {state * sizeof(int)} bytes, more than {StateLimitBytes}" : null;
    }

    private static decimal WeightCount(Connection connection) => connection is ConvolutionConnection convolution
        ? (decimal)convolution.Window.Input.Channels * convolution.Window.Taps * convolution.FanOut
        : (decimal)connection.Inputs * connection.Outputs;

    private static decimal Offsets(SlidingWindow? window) => window is null ? 0
        : (decimal)Math.Max(window.Input.Height, window.Output.Height) * window.KernelHeight
        + (decimal)Math.Max(window.Input.Width, window.Output.Width) * window.KernelWidth;

    private static EquatableArray<ClassLabel> Labels(SpikingNetwork network)
    {
        string[] identifiers = Identifiers.Unique(network.Labels, "Class");
        return network.Labels.Select((text, index) => new ClassLabel(identifiers[index], text)).ToEquatableArray();
    }
}
