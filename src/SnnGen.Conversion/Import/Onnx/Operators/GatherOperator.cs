namespace SnnGen.Conversion.Import.Onnx.Operators;

/// <summary>Picks entries along one axis of a constant.</summary>
internal sealed class GatherOperator : IConstantOperator
{
    /// <inheritdoc/>
    public ConstantTensor Fold(OnnxNode node)
    {
        ConstantTensor input = node.Constant(0), indices = node.Constant(1);
        int axis = node.Axis(node.Integer("axis", 0), input.Dimensions.Count);
        int extent = input.Dimensions[axis];
        int[] picked = [.. indices.Integers.Select(index => node.Axis(index, extent))];
        int[] shape = node.Shape(
            [.. Long(input.Dimensions.Take(axis)), .. Long(indices.Dimensions), .. Long(input.Dimensions.Skip(axis + 1))]);

        int inner = (int)Extents.Count(input.Dimensions.Skip(axis + 1));
        var values = new double[Extents.Count(shape)];
        for (int block = 0; block * inner < values.Length; block++)
        {
            int outer = block / picked.Length, index = picked[block % picked.Length];
            Array.Copy(input.Values, (outer * extent + index) * inner, values, block * inner, inner);
        }
        return input with { Dimensions = shape, Values = values };
    }

    private static IEnumerable<long> Long(IEnumerable<int> extents) => extents.Select(extent => (long)extent);
}
