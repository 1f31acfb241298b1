using SnnGen.Generators.Emit.Text;
using SnnGen.Generators.Planning.Portable;

namespace SnnGen.Generators.Emit.Portable;

/// <summary>What the tables and methods of a portable class are called.</summary>
internal static class PortableNames
{
    public static string Layer(PortableLayer layer) => "Layer" + Literal.Of(layer.Index);

    public static string Bias(PortableLayer layer) => Layer(layer) + "Bias";

    public static string Threshold(PortableLayer layer) => Layer(layer) + "Threshold";

    public static string InitialPotential(PortableLayer layer) => Layer(layer) + "InitialPotential";

    public static string Weights(PortableLayer layer, PortableProjection projection) => Layer(layer) + "Weights" + Suffix(layer, projection);

    /// <summary>Delays of the inputs of a projection.</summary>
    public static string Delays(PortableLayer layer, PortableProjection projection) => Layer(layer) + "Delays" + Suffix(layer, projection);

    /// <summary>The method that adds a projection's share to currents.</summary>
    public static string Add(PortableLayer layer, PortableProjection projection) => "Add" + Layer(layer) + "Weights" + Suffix(layer, projection);

    /// <summary>Windows of a convolution; <c>Rows</c> or <c>Columns</c> follows.</summary>
    public static string Convolution(PortableLayer layer, PortableProjection projection) => Layer(layer) + "Window" + Suffix(layer, projection);

    /// <summary>Windows of a sum pooling, likewise.</summary>
    public static string SumPooling(PortableLayer layer, PortableProjection projection) => Layer(layer) + "SumPooling" + Suffix(layer, projection);

    /// <summary>Windows of max pooling, likewise.</summary>
    public static string MaxPooling(PortableLayer layer) => Layer(layer) + "Pooling";

    /// <summary>Type of a table's values.</summary>
    public static string Element(PortableTable table) => table.Element switch
    {
        TableElement.SByte => "sbyte",
        TableElement.Int16 => "short",
        TableElement.Int32 => "int",
        _ => "float",
    };

    private static string Suffix(PortableLayer layer, PortableProjection projection) =>
        layer.Projections.Count == 1 ? "" : Literal.Of(projection.Index);
}
