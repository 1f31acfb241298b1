using SnnGen.Conversion.Import.Onnx.Protobuf;

namespace SnnGen.Conversion.Import.Onnx;

/// <summary>
/// Which tensor the network computes. Exporters of classifiers add others: scikit-learn's has the label, and the scores
/// either as they are or as a map from class to score, made by ZipMap.
/// </summary>
internal static class GraphOutput
{
    private const string ZipMap = "ZipMap";

    /// <summary>The only output, or the only one of floating-point numbers; null where there are none or several.</summary>
    public static string? Find(GraphProto graph)
    {
        ValueInfoProto[] candidates = [.. graph.Output];
        if (candidates.Length > 1)
            candidates = [.. candidates.Where(output => output.Type?.TensorType is not { } tensor || TensorDecoder.IsFloat((TensorProto.Types.DataType)tensor.ElemType))];
        if (candidates.Length != 1)
            return null;
        NodeProto? maker = graph.Node.FirstOrDefault(node => node.Output.Contains(candidates[0].Name));
        return maker is { OpType: ZipMap, Input.Count: > 0 } ? maker.Input[0] : candidates[0].Name;
    }

    /// <summary>Why <see cref="Find"/> found none.</summary>
    public static string Problem(GraphProto graph) =>
        $"the model has {graph.Output.Count} outputs ({Names(graph.Output)}), but one is supported, or one of numbers beside labels";

    /// <summary>Names for people.</summary>
    public static string Names(IEnumerable<ValueInfoProto> values) => string.Join(", ", values.Select(value => $"'{value.Name}'"));
}
