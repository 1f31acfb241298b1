using SnnGen.Generators.Diagnostics;
using SnnGen.Generators.Input;
using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.NetworkFile;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;
using SnnGen.Spiking.Simulation;

namespace SnnGen.Generators.Planning;

/// <summary>Reads a network and decides how its class will look.</summary>
internal static class InferencePlanner
{
    // Rows are padded to whole vectors of the widest kind, 16 lanes of 32 bits, so that kernels have no remainder.
    private const int Lanes = 16;

    private const long StackWarningBytes = 256 << 10;
    private const long BufferLimitBytes = 1 << 20;
    private const long WeightLimitBytes = 64L << 20;

    public static Result<InferenceClass> Plan(NetworkSource source)
    {
        SpikingNetwork network;
        try
        {
            network = NetworkFileReader.Read(source.Text);
        }
        catch (NetworkFileException e)
        {
            var location = new FileLocation(source.Path, e.Line, e.Column);
            return Result<InferenceClass>.Failure(
                new(DiagnosticDescriptors.InvalidNetworkFile, location, [source.ModelPath, e.Message]));
        }
        return TooLarge(source, network) is { } error
            ? Result<InferenceClass>.Failure(error)
            : Plan(source, network);
    }

    private static Result<InferenceClass> Plan(NetworkSource source, SpikingNetwork network)
    {
        var plan = new InferenceClass(
            source.Class,
            source.Visibility,
            source.ModelPath,
            network.Name,
            network.Arithmetic,
            network.TimeSteps,
            ChunkSteps(network),
            network.Input,
            network.Output,
            network.Layers.Select((layer, index) => PlanLayer(network, layer, index)).ToEquatableArray(),
            Labels(network),
            network.Metadata,
            network.Output.Exit.Rule == ExitRule.Exact && !network.IsShapeOnly ? new EquatableArray<int>(ExitBounds.Gains(network.Layers[network.Layers.Count - 1])) : default,
            network.IsShapeOnly);

        (string Type, long Bytes)[] buffers = [("State", plan.StateBytes), ("SpikeTrain", plan.SpikeTrainBytes), ("Run", plan.WorkBytes)];
        foreach ((string type, long bytes) in buffers)
        {
            if (bytes > BufferLimitBytes)
                return Result<InferenceClass>.Failure(SizeError(source, $"{type} takes {bytes} bytes of stack, more than {BufferLimitBytes}"));
        }
        return Result<InferenceClass>.Success(plan, [.. buffers.Where(b => b.Bytes > StackWarningBytes).Select(b => new DiagnosticInfo(
            DiagnosticDescriptors.LargeStackUse,
            FileLocation.StartOf(source.Path),
            [source.ModelPath, source.Class.Name, b.Type, $"{b.Bytes}", $"{StackWarningBytes}"]))]);
    }

    private static LayerPlan PlanLayer(SpikingNetwork network, SpikingLayer layer, int index)
    {
        int stride = Padded(layer.Neurons), currentStride = Padded(layer.Currents);
        bool isFixedPoint = network.Arithmetic is FixedPointArithmetic;
        // Thresholds of Loihi are shifted by so many bits.
        uint unreachable = layer.Neuron is LoihiNeuron ? int.MaxValue >> LoihiNeuron.Alignment
            : isFixedPoint ? int.MaxValue : FloatBits.Of(float.PositiveInfinity);
        LayerTables? tables = network.IsShapeOnly ? null : new LayerTables(
            TablePacker.PackSpread(layer.Bias, layer.Currents, currentStride, padding: 0),
            TablePacker.PackSpread(layer.Threshold, layer.Neurons, stride, unreachable),
            TablePacker.PackSpread(layer.InitialPotential, layer.Neurons, stride, padding: 0))
        {
            Membrane = Membrane.Of(layer.Neuron) is { } membrane ? PlanMembrane(layer, membrane, stride) : null,
        };
        bool isSummed = IsSummed(network, layer);
        var projections = new ProjectionPlanner(network, ChunkSteps(network), Padded);
        return new LayerPlan(
            index, layer.Name, layer.Neurons, stride, layer.Currents, currentStride,
            layer.Projections.Select((projection, p) => projections.Plan(projection, p, isSummed)).ToEquatableArray(),
            layer.Pooling?.Window, layer.Neuron, isSummed, tables);
    }

    private static MembraneTables PlanMembrane(SpikingLayer layer, Membrane membrane, int stride)
    {
        return new MembraneTables(Spread(membrane.Leak)!.Value, Spread(membrane.SynapticLeak), Spread(membrane.Drive), Spread(membrane.Floor), Spread((layer.Neuron as HeterogeneousNeuron)?.ResetValue));

        EquatableArray<ulong>? Spread(Tensor? tensor) => tensor is null ? null : TablePacker.PackSpread(tensor, layer.Neurons, stride, padding: 0);
    }

    // All steps of a layer before any of the next: its weights are fetched once. The spikes of a chunk stay in the fastest cache.
    private static int ChunkSteps(SpikingNetwork network)
    {
        const int SpikeBytes = 32 << 10, Most = 16;
        bool isRecurrent = network.Layers.Where((layer, index) => layer.Projections.Any(projection => projection.Source >= index)).Any();
        if (network.Output.Exit.Rule != ExitRule.Never || isRecurrent)
            return 1;
        long frame = network.Layers.Where(layer => layer.Neuron is SpikingNeuron).Sum(layer => (layer.Neurons + 63L) / 64 * 8);
        return (int)Math.Max(1, Math.Min(Math.Min(network.TimeSteps, Most), SpikeBytes / Math.Max(1, frame)));
    }

    private static bool IsSummed(SpikingNetwork network, SpikingLayer layer)
    {
        if (network.Arithmetic is not FixedPointArithmetic numbers || layer.Neuron is not Integrator || layer.Pooling is not null || network.IsShapeOnly
            || layer.Projections.Any(projection => projection.Source == Projection.NetworkInput || projection.InputDelays.Count > 0 || projection.Connection is not DenseConnection
                || projection.Pooling is null || projection.Pooling.Window.Taps * ChunkSteps(network) > byte.MaxValue))
        {
            return false;
        }
        long[] bounds = CurrentBounds.Of(layer);
        return Enumerable.Range(0, layer.Neurons).All(j => Math.Abs(At(layer.InitialPotential, j))
            + network.TimeSteps * (bounds[j % bounds.Length] + Math.Abs(At(layer.Bias, j))) <= numbers.MaximumPotential);
    }

    private static long At(Tensor tensor, int index) => ((IntegerTensor)tensor).Values[index % tensor.Count];

    private static int Padded(int count) => (count + Lanes - 1) / Lanes * Lanes;

    private static DiagnosticInfo? TooLarge(NetworkSource source, SpikingNetwork network)
    {
        int width = network.Arithmetic is FixedPointArithmetic ? 1 : 4;
        foreach (SpikingLayer layer in network.Layers)
        {
            decimal bytes = layer.Projections.Sum(projection => WeightCount(projection.Connection)) * width;
            if (bytes > WeightLimitBytes)
                return SizeError(source, $"the weights of layer '{layer.Name}' take {bytes} bytes, more than {WeightLimitBytes}");
        }
        return null;
    }

    private static decimal WeightCount(Connection connection) => connection is ConvolutionConnection convolution
        ? (decimal)convolution.Window.Input.Channels * convolution.Window.Taps * convolution.FanOut
        : ((decimal)connection.Outputs + Lanes) * connection.Inputs;

    private static DiagnosticInfo SizeError(NetworkSource source, string problem) =>
        new(DiagnosticDescriptors.TooLarge, FileLocation.StartOf(source.Path), [source.ModelPath, problem]);

    private static EquatableArray<ClassLabel> Labels(SpikingNetwork network)
    {
        string[] identifiers = Identifiers.Unique(network.Labels, "Class");
        return network.Labels.Select((text, index) => new ClassLabel(identifiers[index], text)).ToEquatableArray();
    }
}
