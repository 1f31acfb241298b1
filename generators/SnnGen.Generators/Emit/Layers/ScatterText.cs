using SnnGen.Generators.Emit.Text;
using SnnGen.Generators.Planning;

namespace SnnGen.Generators.Emit.Layers;

/// <summary>Calls of the kernel for windows of any kind, input by input.</summary>
internal static class ScatterText
{
    private const string Runtime = "global::SnnGen.Runtime.";

    /// <summary>Expression that adds what one input contributes and gives the number of products.</summary>
    public static string One(LayerPlan layer, ProjectionPlan projection, string input, string x)
    {
        string weights = LayerNames.Weights(layer, projection), window = LayerNames.Window(layer, projection);
        string pooling = LayerNames.Pooling(layer, projection), groups = Literal.Of(projection.Groups);
        return (projection.Pooling, projection.Window) switch
        {
            (null, null) => $"{Runtime}Scatter.Multiply(currents, {weights}, {LayerNames.Currents(layer)}, {input}, {x})",
            (null, _) => $"{Runtime}Scatter.Convolve(currents, {weights}, {window}, {groups}, {input}, {x})",
            (_, null) => $"{Runtime}Scatter.MultiplyPooled(currents, {weights}, {pooling}, {LayerNames.Currents(layer)}, {input}, {x})",
            _ => $"{Runtime}Scatter.ConvolvePooled(currents, {weights}, {pooling}, {window}, {groups}, {input}, {x})",
        };
    }

    /// <summary>The body that adds held values.</summary>
    public static string Levels(LayerPlan layer, ProjectionPlan projection) => $$"""
        start.CopyTo(currents);
        long operations = 0;
        for (int i = 0; i < levels.Length; i++)
        {
            if (levels[i] != 0)
                operations += {{One(layer, projection, "i", projection.WeightFactor == 1 ? "levels[i]" : $"levels[i] * {Literal.Of(projection.WeightFactor)}")}};
        }
        return operations;
        """;
}
