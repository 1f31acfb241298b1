using SnnGen.Conversion.Analog.Folding;

namespace SnnGen.Conversion.Import.Onnx.Operators;

/// <summary>Joins constants, or tensors of data, along one axis.</summary>
internal sealed class ConcatOperator : IConstantOperator, IDataOperator
{
    /// <inheritdoc/>
    public ConstantTensor Fold(OnnxNode node)
    {
        ConstantTensor[] parts = [.. Enumerable.Range(0, node.InputCount).Select(node.Constant)];
        (int[] shape, int blocks) = Shape(node, [.. parts.Select(part => part.Dimensions)]);
        return new ConstantTensor(parts[0].Origin, shape, parts[0].IsFloat, Join([.. parts.Select(part => part.Values)], blocks));
    }

    /// <inheritdoc/>
    public GraphValue Map(OnnxNode node)
    {
        DataTensor[] parts = [.. Enumerable.Range(0, node.InputCount).Select(node.FloatData)];
        (int[] shape, int blocks) = Shape(node, [.. parts.Select(part => part.Dimensions)]);
        FoldedTensor joined = FoldedTensor.Join([.. parts.Select(part => part.Values)], orders => Join(orders, blocks));
        return new DataTensor(shape, IsFloat: true, joined);
    }

    private static (int[] Shape, int Blocks) Shape(OnnxNode node, IReadOnlyList<int>[] parts)
    {
        int axis = node.Axis(node.Integer("axis", 0), parts[0].Count);
        if (parts.Any(part => !Others(part).SequenceEqual(Others(parts[0]))))
            throw node.ShapeError("its inputs differ in more than the joined axis");
        long[] shape = [.. parts[0].Select((extent, i) => i == axis ? parts.Sum(part => (long)part[axis]) : extent)];
        return (node.Shape(shape), (int)Extents.Count(parts[0].Take(axis)));

        IEnumerable<int> Others(IReadOnlyList<int> extents) => extents.Where((_, i) => i != axis).Append(extents.Count);
    }

    private static T[] Join<T>(T[][] parts, int blocks)
    {
        var values = new List<T>();
        for (int block = 0; block < blocks; block++)
        {
            foreach (T[] part in parts)
            {
                int length = part.Length / blocks;
                values.AddRange(part.AsSpan(block * length, length));
            }
        }
        return [.. values];
    }
}
