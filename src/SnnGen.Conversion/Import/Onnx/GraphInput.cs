using SnnGen.Conversion.Analog.Folding;
using SnnGen.Spiking.Layers;
using SnnGen.Conversion.Diagnostics;
using SnnGen.Conversion.Import.Onnx.Protobuf;
using SnnGen.Spiking.Numerics;
using DataType = SnnGen.Conversion.Import.Onnx.Protobuf.TensorProto.Types.DataType;
using Dimension = SnnGen.Conversion.Import.Onnx.Protobuf.TensorShapeProto.Types.Dimension;

namespace SnnGen.Conversion.Import.Onnx;

/// <summary>The network's input as the graph declares it.</summary>
/// <param name="Tensor">The tensor with the batch at 1.</param>
/// <param name="SampleShape">Its shape without the batch.</param>
internal sealed record GraphInput(DataTensor Tensor, TensorShape SampleShape)
{
    /// <summary>Bound on the values of one input, far above what a dense layer can take.</summary>
    public const int MaximumSize = 1 << 22;

    /// <summary>Reads the declaration. The first of several dimensions is the batch.</summary>
    /// <exception cref="ConversionException">SNN1004: the shape is not fixed, or the batch is.</exception>
    public static GraphInput Of(string file, ValueInfoProto input)
    {
        Dimension[] dimensions = [.. input.Type?.TensorType?.Shape?.Dim ?? []];
        if (dimensions.Length == 0)
            throw Error("has no shape");
        bool hasBatch = dimensions.Length > 1;
        if (hasBatch && IsFixed(dimensions[0]) && dimensions[0].DimValue != 1)
            throw Error($"has a fixed batch of {dimensions[0].DimValue}");
        int[] sample = [.. dimensions.Skip(hasBatch ? 1 : 0).Select(Extent)];
        if (Extents.Checked(sample.Select(extent => (long)extent)) is null || Extents.Count(sample) > MaximumSize)
            throw Error($"is too large: {Extents.Text(sample)}");

        bool isFloat = TensorDecoder.IsFloat((DataType)input.Type!.TensorType.ElemType);
        FoldedTensor values = FoldedTensor.Of(Signal.Of(Projection.NetworkInput, Signal.Flat((int)Extents.Count(sample))));
        return new GraphInput(new DataTensor(hasBatch ? [1, .. sample] : sample, isFloat, values), TensorShape.Of(sample));

        int Extent(Dimension dimension) => IsFixed(dimension) && dimension.DimValue <= MaximumSize
            ? (int)dimension.DimValue
            : throw Error($"has an extent ('{dimension.DimParam}{(dimension.HasDimValue ? $"{dimension.DimValue}" : "")}') that is not a fixed number");

        ConversionException Error(string problem) => new(
            DiagnosticDescriptors.ShapeMismatch, file,
            $"the input '{input.Name}' {problem}; export the model with a fixed input shape after a batch that is 1 or symbolic");
    }

    /// <summary>Exporters write symbolic extents as names, nothing, 0 or −1.</summary>
    private static bool IsFixed(Dimension dimension) => dimension.HasDimValue && dimension.DimValue > 0;
}
