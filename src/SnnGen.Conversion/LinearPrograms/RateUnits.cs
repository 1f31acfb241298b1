using MathNet.Numerics.LinearAlgebra;
using SnnGen.Conversion.Analog;
using SnnGen.Conversion.Calibration;

namespace SnnGen.Conversion.LinearPrograms;

/// <summary>
/// A layer as a function of its sources' rates: x = α r + γ gives u = r (diag(α) W) + (b + γ W), docs/mathematics.md,
/// eq. 5. At the border of a padded map γ W differs from place to place, and so does the bias.
/// </summary>
internal static class RateUnits
{
    public static AnalogLayer Convert(AnalogLayer layer, Func<int, RateCode> codeOf)
    {
        var shift = new double[layer.Currents];
        foreach (AnalogProjection projection in layer.Projections)
        {
            double[] offsets = codeOf(projection.Source).Offset;
            if (offsets.All(offset => offset == 0))
                continue;
            Matrix<double> constant = Matrix<double>.Build.Dense(
                1, projection.Inputs, (_, i) => offsets[i % offsets.Length]);
            Vector<double> part = AnalogForward.Apply(projection, constant).Row(0);
            for (int j = 0; j < shift.Length; j++)
                shift[j] += part[j];
        }
        return layer with
        {
            Projections = [.. layer.Projections.Select(projection => projection with
            {
                Connection = Scale(projection, codeOf(projection.Source).Scale),
            })],
            Bias = layer.ShiftedBias(shift),
        };
    }

    // Every input of a group's kernel row has one channel, and with it one scale.
    private static AnalogConnection Scale(AnalogProjection projection, double[] scale)
    {
        if (projection.Connection is not AnalogConvolution convolution)
        {
            Matrix<double> weights = ((AnalogDense)projection.Connection).Weights;
            return new AnalogDense(weights.MapIndexed((i, _, w) => w * scale[i % scale.Length], Zeros.Include));
        }
        int channels = convolution.Window.Input.Channels / convolution.Groups;
        return convolution with
        {
            Kernels = [.. convolution.Kernels.Select((kernel, group) => kernel.MapIndexed(
                (row, _, w) => w * scale[(group * channels + row % channels) % scale.Length], Zeros.Include))],
        };
    }
}
