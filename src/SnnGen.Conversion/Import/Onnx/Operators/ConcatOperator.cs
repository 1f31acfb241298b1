namespace SnnGen.Conversion.Import.Onnx.Operators;

/// <summary>Joins constants along one axis.</summary>
internal sealed class ConcatOperator : IConstantOperator
{
    /// <inheritdoc/>
    public ConstantTensor Fold(OnnxNode node)
    {
        ConstantTensor[] parts = [.. Enumerable.Range(0, node.InputCount).Select(node.Constant)];
        IReadOnlyList<int> first = node.Constant(0).Dimensions;
        int axis = node.Axis(node.Integer("axis", 0), first.Count);
        if (parts.Any(part => !Others(part.Dimensions).SequenceEqual(Others(first))))
            throw node.ShapeError("its inputs differ in more than the joined axis");

        long[] shape = [.. first.Select((extent, i) => i == axis ? parts.Sum(part => (long)part.Dimensions[axis]) : extent)];
        int[] dimensions = node.Shape(shape);
        return new ConstantTensor(parts[0].Origin, dimensions, parts[0].IsFloat, Join(parts, (int)Extents.Count(first.Take(axis))));

        IEnumerable<int> Others(IReadOnlyList<int> extents) => extents.Where((_, i) => i != axis).Append(extents.Count);
    }

    private static double[] Join(ConstantTensor[] parts, int blocks)
    {
        var values = new List<double>();
        for (int block = 0; block < blocks; block++)
        {
            foreach (ConstantTensor part in parts)
            {
                int length = part.Values.Length / blocks;
                values.AddRange(part.Values.AsSpan(block * length, length));
            }
        }
        return [.. values];
    }
}
