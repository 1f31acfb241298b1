using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
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
        Connection connection = projection.Connection;
        var convolution = connection as ConvolutionConnection;
        int largest = (projection.Pooling?.Window.Taps ?? 1) * (isSummed ? chunkSteps : 1);
        ProjectionKernel kernel = Kernel(projection, largest);
        WeightStorage storage = Storage(kernel);
        ConvolutionLayout? layout = kernel == ProjectionKernel.Convolution ? ConvolutionLayout.Of(convolution!.Window, padded) : null;
        bool isNarrow = _weightBits > 0 && !network.IsShapeOnly && kernel != ProjectionKernel.Scatter && largest <= LargestNarrowInput
            && SumBounds.FitShort(connection, largest);
        return new ProjectionPlan(
            index, projection.Source, projection.Order, projection.Inputs, projection.Pooling?.Window, convolution?.Window,
            convolution?.Groups ?? 1, _weightBits > 0 ? projection.SpikeWorth : 1, kernel, isNarrow, layout, storage,
            network.IsShapeOnly ? null : Pack(connection, kernel, storage, layout));
    }

    private ProjectionKernel Kernel(Projection projection, int largest)
    {
        bool isHeld = projection.Source == Projection.NetworkInput && network.Input.Encoding == InputEncoding.Current;
        if (_weightBits == 0)
            return projection is { Connection: DenseConnection, Pooling: null } ? ProjectionKernel.Dense : ProjectionKernel.Scatter;
        if (largest > LargestInput || (isHeld && projection.Pooling is not null))
            return ProjectionKernel.Scatter;
        return projection.Connection is not ConvolutionConnection convolution ? ProjectionKernel.Dense
            : ConvolutionLayout.Fits(convolution) ? ProjectionKernel.Convolution
            : ProjectionKernel.Scatter;
    }

    private WeightStorage Storage(ProjectionKernel kernel) => kernel == ProjectionKernel.Scatter || _weightBits == 0
        ? (_weightBits == 0 ? WeightStorage.Float32 : WeightStorage.Int8)
        : _weightBits switch
        {
            <= 2 => WeightStorage.Int2Pairs,
            <= 4 => WeightStorage.Int4Pairs,
            _ => WeightStorage.Int8Pairs,
        };

    private EquatableArray<ulong> Pack(Connection connection, ProjectionKernel kernel, WeightStorage storage, ConvolutionLayout? layout) =>
        (kernel, connection) switch
        {
            (ProjectionKernel.Convolution, ConvolutionConnection convolution) => PairPacker.PackConvolution(storage, convolution, layout!),
            (ProjectionKernel.Dense, DenseConnection dense) when storage != WeightStorage.Float32 =>
                PairPacker.PackDense(storage, dense, padded(dense.Outputs)),
            (_, DenseConnection) => TablePacker.PackRows(connection.Weights, connection.Inputs, padded(connection.Outputs)),
            _ => TablePacker.Pack(connection.Weights),
        };
}
