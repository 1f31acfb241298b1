using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Memory;

namespace SnnGen.Generators.Planning.Portable;

/// <summary>A sliding window, resolved to offsets: see <see cref="WindowOffsets"/>.</summary>
/// <param name="Window">The window.</param>
/// <param name="Rows">Offset of each row under each tap row.</param>
/// <param name="Columns">Offset of each column under each tap column.</param>
internal sealed record PortableWindow(SlidingWindow Window, PortableTable Rows, PortableTable Columns)
{
    /// <summary>From the inputs to the outputs.</summary>
    public static PortableWindow Forward(SlidingWindow window, int rowFactor, int columnFactor) => new(
        window, Table(WindowOffsets.OutputRows(window, rowFactor)), Table(WindowOffsets.OutputColumns(window, columnFactor)));

    /// <summary>From the outputs back to the inputs.</summary>
    public static PortableWindow Backward(SlidingWindow window, int rowFactor, int columnFactor) => new(
        window, Table(WindowOffsets.InputRows(window, rowFactor)), Table(WindowOffsets.InputColumns(window, columnFactor)));

    private static PortableTable Table(int[] offsets) => PortableTable.Of(new EquatableArray<int>(offsets));
}
