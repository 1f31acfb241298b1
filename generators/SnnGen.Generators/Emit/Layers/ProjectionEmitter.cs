using SnnGen.Generators.Emit.Text;
using SnnGen.Generators.Planning;
using SnnGen.Spiking.Layers;

namespace SnnGen.Generators.Emit.Layers;

/// <summary>What the spikes of a projection, or the values of a held input, add to the currents of its layer.</summary>
internal static class ProjectionEmitter
{
    private const string Runtime = "global::SnnGen.Runtime.";

    /// <summary>The statement that adds the spikes of this step, each worth <paramref name="worth"/>.</summary>
    public static string Add(EmitContext context, LayerPlan layer, ProjectionPlan projection, int worth)
    {
        string spikes = projection.TakesInput ? "frame" : $"_spikes{Literal.Of(projection.Source)}";
        return projection.IsPlainDense && worth == 1
            ? $"_synapticOperations += (long){LayerNames.Currents(layer)} * {context.Numbers.Rows}.AddSelected(currents, {LayerNames.Weights(layer, projection)}, {spikes});"
            : AddEach(layer, projection, spikes, "currents", worth);
    }

    /// <summary>The statement that adds the spikes of this step one by one.</summary>
    public static string AddEach(LayerPlan layer, ProjectionPlan projection, string spikes, string currents, int worth) => $"""
        foreach (int input in new {Runtime}SpikeIndices({spikes}))
            _synapticOperations += {AddOne(layer, projection)}({currents}, input, {Literal.Of(worth)});
        """;

    /// <summary>Name of the method that adds <c>x</c> times what one input contributes and gives the number of products.</summary>
    public static string AddOne(LayerPlan layer, ProjectionPlan projection) =>
        $"AddLayer{Literal.Of(layer.Index)}Projection{Literal.Of(projection.Index)}";

    /// <summary>Writes that method and the windows it needs.</summary>
    public static void Write(EmitContext context, LayerPlan layer, ProjectionPlan projection)
    {
        bool isHeld = projection.TakesInput && context.Plan.KeepsInputCurrents;
        bool isMixed = projection.SpikeWorth > 1 && layer.Projections.Select(p => p.SpikeWorth).Distinct().Count() > 1;
        if (projection.IsPlainDense && !isHeld && !isMixed)
            return;
        string number = context.Numbers.Number, name = AddOne(layer, projection);
        context.Method(
            $"private static long {name}(global::System.Span<{number}> currents, int input, {number} x)",
            Body(context, layer, projection, LayerNames.Weights(layer, projection)));
        bool isFirst = projection.Order == ChannelOrder.First;
        if (projection.Pooling is { } pooling)
            WindowText.Write(context.Writer, LayerNames.Pooling(layer, projection), pooling, isFirst);
        if (projection.Convolution is { } window)
            WindowText.Write(context.Writer, LayerNames.Window(layer, projection), window, isFirst && projection.Pooling is null);
    }

    private static string Body(EmitContext context, LayerPlan layer, ProjectionPlan projection, string weights)
    {
        string scatter = context.Numbers.Scatter, stride = LayerNames.CurrentStride(layer), currents = LayerNames.Currents(layer);
        string window = LayerNames.Window(layer, projection), pooling = LayerNames.Pooling(layer, projection), groups = Literal.Of(projection.Groups);
        return (projection.Pooling, projection.Convolution) switch
        {
            (null, null) => $"""
                {context.Numbers.Rows}.AddScaled(currents, {weights}.Slice(input * {stride}, {stride}), x);
                return {currents};
                """,
            (null, _) => $"return {scatter}.Convolve(currents, {weights}, {window}, {groups}, input, x);",
            (_, null) => $"return {scatter}.MultiplyPooled(currents, {weights}, {pooling}, {currents}, input, x);",
            _ => $"return {scatter}.ConvolvePooled(currents, {weights}, {pooling}, {window}, {groups}, input, x);",
        };
    }
}
