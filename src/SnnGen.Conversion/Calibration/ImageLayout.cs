using SnnGen.Conversion.Data;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Conversion.Calibration;

/// <summary>Images with their channels where the model has them.</summary>
internal static class ImageLayout
{
    /// <summary>
    /// The data with channels first where it has them last and <paramref name="shape"/> has them first, or the other way round;
    /// unchanged where the extents do not say so.
    /// </summary>
    public static DataSet Arrange(DataSet data, TensorShape shape)
    {
        if (data.Shape == shape || data.Shape.Dimensions.Count != 3 || shape.Dimensions.Count != 3)
            return data;
        (int a, int b, int c) = (data.Shape.Dimensions[0], data.Shape.Dimensions[1], data.Shape.Dimensions[2]);
        // As matrices: channels × places becomes places × channels, and the other way round.
        if (shape == TensorShape.Of(b, c, a))
            return Transpose(data, shape, a, b * c);
        return shape == TensorShape.Of(c, a, b) ? Transpose(data, shape, a * b, c) : data;
    }

    private static DataSet Transpose(DataSet data, TensorShape shape, int rows, int columns)
    {
        var values = new float[data.Values.Length];
        for (int k = 0; k < values.Length; k++)
        {
            (int sample, int place) = (k / (rows * columns), k % (rows * columns));
            values[sample * rows * columns + place % columns * rows + place / columns] = data.Values[k];
        }
        return data with { Shape = shape, Values = values };
    }
}
