using SnnGen.Generators.Emit.Text;
using SnnGen.Generators.Planning;

namespace SnnGen.Generators.Emit.Layers;

/// <summary>What the constants, tables and windows of a layer are called.</summary>
internal static class LayerNames
{
    /// <summary>Number of currents.</summary>
    public static string Currents(LayerPlan layer) => Of(layer) + (layer.Pooling is null ? "Neurons" : "Currents");

    /// <summary>Values of a buffer of currents.</summary>
    public static string CurrentStride(LayerPlan layer) => Of(layer) + (layer.Pooling is null ? "Stride" : "CurrentStride");

    /// <summary>Type of a buffer of currents.</summary>
    public static string CurrentBuffer(LayerPlan layer) => Of(layer) + (layer.Pooling is null ? "Values" : "CurrentValues");

    /// <summary>The table of a projection's weights.</summary>
    public static string Weights(LayerPlan layer, ProjectionPlan projection) => "Tables." + WeightTable(layer, projection);

    /// <summary>Its name within the tables.</summary>
    public static string WeightTable(LayerPlan layer, ProjectionPlan projection) => Of(layer) + "Weights" + Suffix(layer, projection);

    /// <summary>The windows of a projection's convolution.</summary>
    public static string Window(LayerPlan layer, ProjectionPlan projection) => Of(layer) + "Window" + Suffix(layer, projection);

    /// <summary>The windows of a projection's sum pooling.</summary>
    public static string Pooling(LayerPlan layer, ProjectionPlan projection) => Of(layer) + "SumPooling" + Suffix(layer, projection);

    /// <summary>How the places of a projection's convolution are put into blocks.</summary>
    public static string Blocks(LayerPlan layer, ProjectionPlan projection) => Of(layer) + "Blocks" + Suffix(layer, projection);

    /// <summary>The table of taps of a projection's convolution.</summary>
    public static string Taps(LayerPlan layer, ProjectionPlan projection) => "Tables." + TapTable(layer, projection);

    /// <summary>Its name within the tables.</summary>
    public static string TapTable(LayerPlan layer, ProjectionPlan projection) => Of(layer) + "Taps" + Suffix(layer, projection);

    /// <summary>The table of a projection's delays.</summary>
    public static string DelayTable(LayerPlan layer, ProjectionPlan projection) => Of(layer) + "Delays" + Suffix(layer, projection);

    /// <summary>The table of the inputs of each delay.</summary>
    public static string DelayMaskTable(LayerPlan layer, ProjectionPlan projection) => Of(layer) + "DelayMasks" + Suffix(layer, projection);

    private static string Of(LayerPlan layer) => "Layer" + Literal.Of(layer.Index);

    private static string Suffix(LayerPlan layer, ProjectionPlan projection) =>
        layer.Projections.Count == 1 ? "" : Literal.Of(projection.Index);
}
