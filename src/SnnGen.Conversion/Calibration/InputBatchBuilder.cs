using SnnGen.Conversion.Data;
using SnnGen.Conversion.Diagnostics;
using SnnGen.Spiking;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Conversion.Calibration;

/// <summary>Turns data as it lies in a file into inputs of a model: x = value · scale + offset.</summary>
public static class InputBatchBuilder
{
    private const double ByteScale = 1.0 / 255;

    /// <summary>The calibration inputs, and with them the encoder of the network.</summary>
    /// <param name="data">The samples.</param>
    /// <param name="file">Their file, for errors.</param>
    /// <param name="inputShape">The model's input shape.</param>
    /// <param name="encoding">The encoding.</param>
    /// <param name="scale">Model units per data unit; null for 1/255 (bytes) or 1.</param>
    /// <param name="offset">Model units at data value 0.</param>
    public static InputBatch Build(
        DataSet data, string file, TensorShape inputShape, InputEncoding encoding, double? scale, double offset)
    {
        InputBatch raw = Scale(data, file, inputShape, scale, offset);
        InputEncoder encoder = data.IsByteData
            ? new InputEncoder(inputShape, encoding, (float)(255 * (scale ?? ByteScale)), (float)offset)
            : FromRange(inputShape, encoding, raw.Values);
        return raw with { Encoder = encoder };
    }

    /// <summary>Further inputs (test images) under the encoder that the calibration chose.</summary>
    public static InputBatch Build(DataSet data, string file, InputEncoder encoder, double? scale, double offset)
    {
        InputBatch raw = Scale(data, file, encoder.Shape, scale, offset);
        // Bytes reach the network directly only where its encoder reads them as the model does.
        bool agrees = data.IsByteData && encoder.Scale == (float)(255 * (scale ?? ByteScale)) && encoder.Offset == (float)offset;
        return raw with { Encoder = encoder, Bytes = agrees ? raw.Bytes : null };
    }

    private static InputBatch Scale(DataSet data, string file, TensorShape shape, double? scale, double offset)
    {
        if (data.Shape.Size != shape.Size)
        {
            throw new ConversionException(DiagnosticDescriptors.DataMismatch, file,
                $"its samples have {data.Shape.Size} values ({data.Shape}), but the model takes {shape.Size} ({shape}); give data of the model's input shape");
        }
        data = ImageLayout.Arrange(data, shape);
        double factor = scale ?? (data.IsByteData ? ByteScale : 1);
        float[] values = [.. data.Values.Select(v => (float)(v * factor + offset))];
        byte[]? bytes = data.IsByteData ? [.. data.Values.Select(v => (byte)v)] : null;
        return new InputBatch(new InputEncoder(shape, InputEncoding.Current, 1, 0), data.Count, values, bytes);
    }

    // Values in 0…1 are taken as they are; others span the encoder's range.
    private static InputEncoder FromRange(TensorShape shape, InputEncoding encoding, float[] values)
    {
        float low = Math.Min(0, values.Min()), high = values.Max();
        return low == 0 && high <= 1
            ? new InputEncoder(shape, encoding, 1, 0)
            : new InputEncoder(shape, encoding, high > low ? high - low : 1, low);
    }
}
