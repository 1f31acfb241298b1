using SnnGen.Spiking;
using SnnGen.Spiking.Layers;

namespace SnnGen.Generators.Tests.Differential.Drawing;

/// <summary>Changes of windows: of a convolution, of the pooling before it and of the pooling after it.</summary>
internal static class WindowChanges
{
    public static Func<SpikingNetwork, Random, SpikingNetwork>[] All { get; } = [Convolution, Convolution, Groups, SumPooling, SumPooling, PooledConvolution, MaxPooling];

    private static SpikingNetwork Convolution(SpikingNetwork network, Random random) => Draw.Projection(network, random, (projection, _) =>
        projection.Connection is ConvolutionConnection convolution ? projection with { Connection = Fitted(convolution with { Window = Other(convolution.Window, random) }) } : projection);

    private static SpikingNetwork Groups(SpikingNetwork network, Random random) => Draw.Projection(network, random, (projection, _) =>
    {
        if (projection.Connection is not ConvolutionConnection convolution)
            return projection;
        int channels = convolution.Window.Input.Channels, outputs = convolution.Window.Output.Channels;
        int[] groups = [.. Enumerable.Range(1, channels).Where(count => channels % count == 0 && outputs % count == 0)];
        return projection with { Connection = Fitted(convolution with { Groups = random.Of<int>(groups) }) };
    });

    // Sums before a fully connected projection, whose source is a map or taken as one.
    private static SpikingNetwork SumPooling(SpikingNetwork network, Random random) => Draw.Projection(network, random, (projection, _) =>
    {
        if (projection.Connection is not DenseConnection dense)
            return projection;
        int inputs = projection.Inputs, channels = random.Of<int>([.. Divisors(inputs)]), height = random.Of<int>([.. Divisors(inputs / channels)]);
        var map = new FeatureMap(height, inputs / channels / height, channels);
        (int rows, int columns) = (random.Next(1, Math.Min(4, map.Height) + 1), random.Next(1, Math.Min(4, map.Width) + 1));
        SlidingWindow window = Other(new SlidingWindow(map, new FeatureMap(rows, columns, channels), 1, 1, map.Height / rows, map.Width / columns, 0, 0, 1, 1), random);
        return projection with
        {
            Pooling = new SumPooling(window),
            Connection = dense with { Inputs = window.Output.Size, Weights = Draw.Resized(dense.Weights, window.Output.Size * dense.Outputs) },
        };
    });

    // Sums that keep the size of the map.
    private static SpikingNetwork PooledConvolution(SpikingNetwork network, Random random) => Draw.Projection(network, random, (projection, _) =>
    {
        if (projection is not { Connection: ConvolutionConnection convolution, Pooling: null })
            return projection;
        FeatureMap map = convolution.Window.Input;
        (int rows, int columns) = (random.Of(1, 2, 3, 12), random.Of(1, 2, 3, 12));
        return projection with { Pooling = new SumPooling(new SlidingWindow(map, map, rows, columns, 1, 1, random.Next(rows), random.Next(columns), 1, 1)) };
    });

    private static SpikingNetwork MaxPooling(SpikingNetwork network, Random random) => Draw.Layer(network, random, layer =>
        layer.Pooling is { } pooling ? layer with { Pooling = new MaxPooling(Other(pooling.Window, random)) } : layer);

    // Other taps over the same places.
    private static SlidingWindow Other(SlidingWindow window, Random random) => random.Next(6) == 0 ? window with { KernelHeight = 12, KernelWidth = random.Of(12, 23) } : window with
    {
        KernelHeight = random.Of(1, 2, 3, 5, 12, 17, window.KernelHeight), KernelWidth = random.Of(1, 2, 3, 5, 12, 17, window.KernelWidth),
        StrideHeight = random.Of(1, 2, 3, 5, window.StrideHeight), StrideWidth = random.Of(1, 2, 3, 5, window.StrideWidth),
        PaddingTop = random.Of(0, 1, 2, 4, 9, window.PaddingTop), PaddingLeft = random.Of(0, 1, 2, 4, 9, window.PaddingLeft),
        DilationHeight = random.Of(1, 1, 2, 3), DilationWidth = random.Of(1, 1, 2, 3),
    };

    private static ConvolutionConnection Fitted(ConvolutionConnection convolution) => convolution with
    {
        Weights = Draw.Resized(convolution.Weights, convolution.Window.Input.Channels * convolution.Window.Taps * convolution.FanOut),
    };

    private static IEnumerable<int> Divisors(int number) => Enumerable.Range(1, number).Where(divisor => number % divisor == 0);
}
