using SnnGen.Generators.Emit.Text;
using SnnGen.Generators.Planning;
using SnnGen.Spiking.Layers;

namespace SnnGen.Generators.Emit.Layers;

/// <summary>Calls of the integer kernels, which take pairs of inputs.</summary>
internal static class PairText
{
    private const string Runtime = "global::SnnGen.Runtime.";

    /// <summary>The body that adds spikes.</summary>
    public static string Spikes(LayerPlan layer, ProjectionPlan projection)
    {
        string worth = Literal.Of(projection.SpikeWorth * projection.WeightFactor);
        if (projection.Kernel == ProjectionKernel.Scatter)
        {
            return $"""
                start.CopyTo(currents);
                long operations = 0;
                foreach (int input in new {Runtime}SpikeIndices(frames))
                    operations += {ScatterText.One(layer, projection, "input", worth)};
                return operations;
                """;
        }
        if (!projection.NeedsBytes)
            return Dense(layer, projection, "FromSpikes(frames", projection.IsNarrow, worth, $"{Runtime}SpikeBits.Count(frames)");
        string counts = Counts(layer, projection);
        return counts + (projection.Kernel == ProjectionKernel.Dense
            ? Dense(layer, projection, "FromBytes(values", projection.IsNarrow, worth, $"{Runtime}SpikeCounts.Total(values)")
            : Convolution(layer, projection, projection.IsNarrow, worth, isHeld: false));
    }

    /// <summary>The body that adds held values.</summary>
    public static string Levels(LayerPlan layer, ProjectionPlan projection) => projection.Kernel switch
    {
        ProjectionKernel.Scatter => ScatterText.Levels(layer, projection),
        ProjectionKernel.Dense => Dense(layer, projection, "FromBytes(levels", isNarrow: false, Literal.Of(projection.WeightFactor), $"{Runtime}InputLevels.Active(levels)"),
        _ => (IsReordered(projection, projection.Window!)
            ? $"global::System.Span<byte> values = stackalloc byte[{Literal.Of(projection.Inputs)}];\n" + Reorder("levels", projection.Window!)
            : "global::System.ReadOnlySpan<byte> values = levels;\n") + Convolution(layer, projection, isNarrow: false, Literal.Of(projection.WeightFactor), isHeld: true),
    };

    private static string Dense(LayerPlan layer, ProjectionPlan projection, string list, bool isNarrow, string worth, string active) => $"""
        active = active.Slice(0, {Runtime}PairList.{list}, active, {Literal.Of(PairPacker.RowBytes(projection.Storage, layer.CurrentStride))}, isNarrow: {Literal.Of(isNarrow)}));
        {Runtime}DensePairs.{Add(projection, isNarrow)}(currents, start, {LayerNames.Weights(layer, projection)}, active, {worth});
        return (long){LayerNames.Currents(layer)} * {active};
        """;

    private static string Convolution(LayerPlan layer, ProjectionPlan projection, bool isNarrow, string worth, bool isHeld) => $"""
        return {Literal.Of(projection.Window!.Output.Channels)} * {Runtime}ConvolutionPairs.Add<{Runtime}{Format(projection)}>(
            currents, start, values, {LayerNames.Weights(layer, projection)}, {LayerNames.Taps(layer, projection)}, {LayerNames.Window(layer, projection)}, {LayerNames.Blocks(layer, projection)}, {worth}, isNarrow: {Literal.Of(isNarrow)}, isHeld: {Literal.Of(isHeld)});
        """;

    // How often each input spiked, pooled where there are windows, channels last.
    private static string Counts(LayerPlan layer, ProjectionPlan projection)
    {
        SlidingWindow first = projection.Pooling ?? projection.Window!;
        bool isReordered = IsReordered(projection, first);
        string counts = isReordered || projection.Pooling is not null ? "counts" : "values", inputs = Literal.Of(projection.Inputs);
        string words = Literal.Of((projection.Inputs + 63) / 64);
        string slack = projection.Pooling is null ? "" : $" + {Runtime}SpikeCounts.Slack";
        string text = $"""
            global::System.Span<byte> {counts} = stackalloc byte[{inputs}{slack}];
            for (int frame = 0; frame < frames.Length; frame += {words})
                {Runtime}SpikeCounts.Add({counts}.Slice(0, {inputs}), frames.Slice(frame, {words}));

            """;
        string last = counts;
        if (isReordered)
        {
            last = projection.Pooling is null ? "values" : "ordered";
            text += $"global::System.Span<byte> {last} = stackalloc byte[{inputs}{slack}];\n" + Reorder("counts", first, last);
        }
        return projection.Pooling is null ? text : text + $"""
            global::System.Span<byte> values = stackalloc byte[{Literal.Of(projection.PooledInputs)}{slack}];
            {Runtime}SpikeCounts.Pool(values, {last}, {LayerNames.Pooling(layer, projection)});
            values = values.Slice(0, {Literal.Of(projection.PooledInputs)});

            """;
    }

    private static bool IsReordered(ProjectionPlan projection, SlidingWindow window) =>
        projection.Order == ChannelOrder.First && window.Input.Channels > 1 && window.Input.Height * window.Input.Width > 1;

    private static string Reorder(string source, SlidingWindow window, string target = "values") =>
        $"{Runtime}SpikeCounts.ChannelsLast({target}, {source}, {Literal.Of(window.Input.Height * window.Input.Width)}, {Literal.Of(window.Input.Channels)});\n";

    private static string Add(ProjectionPlan projection, bool isNarrow) => $"Add{(isNarrow ? "Narrow" : "Wide")}<{Runtime}{Format(projection)}>";

    private static string Format(ProjectionPlan projection) => projection.Storage switch
    {
        WeightStorage.Int2Pairs => "Int2Weights",
        WeightStorage.Int4Pairs => "Int4Weights",
        _ => "Int8Weights",
    };
}
