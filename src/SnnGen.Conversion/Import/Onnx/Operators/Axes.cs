namespace SnnGen.Conversion.Import.Onnx.Operators;

/// <summary>Axes of an operator: an attribute in old operator sets, the second input in new ones.</summary>
internal static class Axes
{
    /// <summary>The axes as 0…rank − 1, or null where none are given.</summary>
    public static HashSet<int>? Of(OnnxNode node, int rank) =>
        (node.Integers("axes") ?? node.OptionalConstant(1)?.Integers)?.Select(axis => node.Axis(axis, rank)).ToHashSet();
}
