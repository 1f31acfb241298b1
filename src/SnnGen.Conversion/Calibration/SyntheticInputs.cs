using SnnGen.Conversion.Data;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Conversion.Calibration;

/// <summary>
/// Inputs made up where no calibration data are given: byte images of a few soft blobs for image-shaped inputs,
/// uniform values in 0…1 for others. Real data is better: the conversion warns.
/// </summary>
public static class SyntheticInputs
{
    /// <summary>Deterministic inputs.</summary>
    /// <param name="shape">Shape of one input; the last two extents are rows and columns.</param>
    /// <param name="count">N.</param>
    /// <param name="seed">Seed.</param>
    public static DataSet Create(TensorShape shape, int count, int seed)
    {
        var random = new Random(seed);
        int size = shape.Size, rank = shape.Dimensions.Count;
        var values = new float[count * size];
        bool isImage = rank >= 2 && shape.Dimensions[rank - 1] >= 4 && shape.Dimensions[rank - 2] >= 4;
        for (int i = 0; i < count; i++)
        {
            Span<float> sample = values.AsSpan(i * size, size);
            if (isImage)
                Blobs(sample, shape.Dimensions[rank - 2], shape.Dimensions[rank - 1], random);
            else
                for (int j = 0; j < size; j++)
                    sample[j] = random.Next(256);
        }
        return new DataSet(shape, count, values, IsByteData: true);
    }

    private static void Blobs(Span<float> sample, int rows, int columns, Random random)
    {
        const int Count = 7;
        const double RelativeWidth = 0.07;
        double width = RelativeWidth * Math.Max(rows, columns);
        for (int blob = 0; blob < Count; blob++)
        {
            double row = rows * (0.2 + 0.6 * random.NextDouble()), column = columns * (0.2 + 0.6 * random.NextDouble());
            for (int j = 0; j < sample.Length; j++)
            {
                double dr = j / columns % rows - row, dc = j % columns - column;
                double value = 255 * Math.Exp(-(dr * dr + dc * dc) / (2 * width * width));
                sample[j] = Math.Max(sample[j], (float)Math.Floor(value));
            }
        }
    }
}
