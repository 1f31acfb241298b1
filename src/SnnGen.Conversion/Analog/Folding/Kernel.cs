using MathNet.Numerics.LinearAlgebra;
using SnnGen.Spiking.Layers;

namespace SnnGen.Conversion.Analog.Folding;

/// <summary>The weights of a convolution and where they lie.</summary>
/// <param name="Window">Over the whole input, border included; its maps have the channels of input and output.</param>
/// <param name="Groups">Groups.</param>
/// <param name="Weights">Output channels × (input channels / groups) × kernel height × kernel width, row-major.</param>
internal sealed record Kernel(SlidingWindow Window, int Groups, double[] Weights)
{
    /// <summary>What one part of the input takes part with.</summary>
    /// <param name="view">The input.</param>
    /// <param name="part">Index of the part.</param>
    public AnalogConvolution For(SpatialView view, int part)
    {
        int perGroup = view.Maps[part].Channels / Groups, outputs = Window.Output.Channels / Groups;
        Matrix<double>[] kernels =
            [.. Enumerable.Range(0, Groups).Select(_ => Matrix<double>.Build.Dense(Window.Taps * perGroup, outputs))];
        for (int c = 0; c < view.Channels.Length; c++)
        {
            if (view.Channels[c].Part != part)
                continue;
            int channel = view.Channels[c].Channel, group = channel / perGroup;
            for (int tap = 0; tap < Window.Taps; tap++)
                for (int m = 0; m < outputs; m++)
                    kernels[group][tap * perGroup + channel % perGroup, m] = WeightOf(group * outputs + m, c % (view.Channels.Length / Groups), tap);
        }
        return new AnalogConvolution(view.Over(Window, part), Groups, kernels);
    }

    /// <summary>The same with one group, for inputs whose channels are put together from several layers.</summary>
    public Kernel Ungrouped()
    {
        int inputs = Window.Input.Channels, outputs = Window.Output.Channels, perGroup = inputs / Groups;
        var weights = new double[outputs * inputs * Window.Taps];
        for (int m = 0; m < outputs; m++)
            Array.Copy(
                Weights, m * perGroup * Window.Taps, weights, (m * inputs + m / (outputs / Groups) * perGroup) * Window.Taps, perGroup * Window.Taps);
        return new Kernel(Window, 1, weights);
    }

    private double WeightOf(int output, int channel, int tap) =>
        Weights[(output * (Window.Input.Channels / Groups) + channel) * Window.Taps + tap];
}
