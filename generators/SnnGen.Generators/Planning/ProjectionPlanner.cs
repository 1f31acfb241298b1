using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Generators.Planning;

/// <summary>Chooses the kernel of each projection and lays its weights out for it.</summary>
internal sealed class ProjectionPlanner(SpikingNetwork network, int chunkSteps, Func<int, int> padded)
{
    // What both factors of a narrow product may be: it is signed on some processors.
    private const int LargestNarrowInput = 127;
    private const int LargestInput = 255;

    private readonly int _weightBits = (network.Arithmetic as FixedPointArithmetic)?.WeightBits ?? 0;

    /// <summary>The plan of a projection.</summary>
    /// <param name="projection">The projection.</param>
    /// <param name="index">From 0 within its layer.</param>
    /// <param name="isSummed">Whether the kernel adds up the spikes of all steps of a chunk.</param>
    public ProjectionPlan Plan(Projection projection, int index, bool isSummed)
    {
        int factor = Factor(projection.Connection.Weights);
        Connection connection = factor == 2 ? projection.Connection with { Weights = Halved(projection.Connection.Weights) } : projection.Connection;
        var convolution = connection as ConvolutionConnection;
        int largest = (projection.Pooling?.Window.Taps ?? 1) * (isSummed ? chunkSteps : 1);
        ProjectionKernel kernel = Kernel(projection, largest, isWide: factor == 0);
        WeightStorage storage = Storage(kernel, connection.Weights);
        ConvolutionLayout? layout = kernel == ProjectionKernel.Convolution ? ConvolutionLayout.Of(convolution!.Window, padded) : null;
        bool isNarrow = _weightBits > 0 && !network.IsShapeOnly && kernel != ProjectionKernel.Scatter && largest <= LargestNarrowInput
            && SumBounds.FitShort(connection, largest);
        bool takesValues = projection.Source >= 0 && network.Layers[projection.Source].Neuron is not SpikingNeuron;
        return new ProjectionPlan(
            index, projection.Source, projection.Order, projection.Inputs, projection.Pooling?.Window, convolution?.Window,
            convolution?.Groups ?? 1, _weightBits > 0 ? projection.SpikeWorth : 1,
            projection.ShortestDelay == projection.LongestDelay ? projection.LongestDelay : 0, History(projection.Source),
            DelayTables.Of(projection, takesValues), takesValues, Math.Max(1, factor), kernel, isNarrow, layout, storage,
            network.IsShapeOnly ? null : Pack(connection, kernel, storage, layout));
    }

    private int History(int source) => network.Layers.SelectMany(layer => layer.Projections)
        .Where(projection => projection.Source == source).Max(projection => projection.LongestDelay);

    // 1 where the weights fit eight bits, 2 where their halves do (a chip may leave the low bit out), 0 where neither does.
    private static int Factor(Tensor weights) => weights is not IntegerTensor { Bits: > 8 } wide ? 1
        : wide.Values.All(weight => weight is >= sbyte.MinValue and <= sbyte.MaxValue) ? 1
        : wide.Values.All(weight => weight % 2 == 0 && weight / 2 is >= sbyte.MinValue and <= sbyte.MaxValue) ? 2 : 0;

    private static Tensor Halved(Tensor weights) => weights is IntegerTensor wide
        ? wide with { Values = wide.Values.Select(weight => weight / 2).ToEquatableArray() }
        : weights;

    private ProjectionKernel Kernel(Projection projection, int largest, bool isWide)
    {
        bool isHeld = projection.Source == Projection.NetworkInput && network.Input.Encoding == InputEncoding.Current;
        if (_weightBits == 0)
            return projection is { Connection: DenseConnection, Pooling: null } ? ProjectionKernel.Dense : ProjectionKernel.Scatter;
        if (isWide || largest > LargestInput || (isHeld && projection.Pooling is not null))
            return ProjectionKernel.Scatter;
        return projection.Connection is not ConvolutionConnection convolution ? ProjectionKernel.Dense
            : ConvolutionLayout.Fits(convolution) ? ProjectionKernel.Convolution
            : ProjectionKernel.Scatter;
    }

    private WeightStorage Storage(ProjectionKernel kernel, Tensor weights)
    {
        if (weights is not IntegerTensor integers)
            return _weightBits == 0 ? WeightStorage.Float32 : WeightStorage.Int8Pairs;
        int largest = integers.Values.Max(weight => weight < 0 ? -weight - 1 : weight);
        if (kernel == ProjectionKernel.Scatter)
            return largest > sbyte.MaxValue ? WeightStorage.Int16 : WeightStorage.Int8;
        return largest switch
        {
            <= 1 => WeightStorage.Int2Pairs,
            <= 7 => WeightStorage.Int4Pairs,
            _ => WeightStorage.Int8Pairs,
        };
    }

    private EquatableArray<ulong> Pack(Connection connection, ProjectionKernel kernel, WeightStorage storage, ConvolutionLayout? layout) =>
        (kernel, connection) switch
        {
            (ProjectionKernel.Convolution, ConvolutionConnection convolution) => PairPacker.PackConvolution(storage, convolution, layout!),
            (ProjectionKernel.Dense, DenseConnection dense) when storage != WeightStorage.Float32 =>
                PairPacker.PackDense(storage, dense, padded(dense.Outputs)),
            (_, DenseConnection) => TablePacker.PackRows(connection.Weights, storage, connection.Inputs, padded(connection.Outputs)),
            _ => TablePacker.Pack(connection.Weights, storage),
        };
}
