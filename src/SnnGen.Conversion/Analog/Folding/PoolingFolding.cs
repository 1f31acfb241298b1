using MathNet.Numerics.LinearAlgebra;
using SnnGen.Spiking.Layers;

namespace SnnGen.Conversion.Analog.Folding;

/// <summary>Pooling of tensors, part by part.</summary>
/// <param name="layers">The layers.</param>
/// <param name="name">Name of the node.</param>
internal sealed class PoolingFolding(LayerList layers, string name)
{
    /// <summary>Maxima over windows.</summary>
    /// <param name="view">The tensor.</param>
    /// <param name="window">Over the whole input, border included.</param>
    public FoldedTensor Max(SpatialView view, SlidingWindow window)
    {
        if (view.Top + view.Left > 0 || window.Input.Height != view.Height || window.Input.Width != view.Width)
            throw new UnfoldableException("it takes the maximum with the zeros of a Pad; give the padding to the pooling itself");
        return Pool(view, window, (part, map, p) => layers.Pool(name, ConvolutionFolding.InPlaces(layers, part, map.Input, view.Orders[p]), map));
    }

    /// <summary>Means over windows.</summary>
    /// <param name="view">The tensor.</param>
    /// <param name="window">Over the whole input, border included.</param>
    /// <param name="countsPadding">Whether what lies outside counts as zeros.</param>
    public FoldedTensor Average(SpatialView view, SlidingWindow window, bool countsPadding)
    {
        bool hasBorder = window.Input.Height != view.Height || window.Input.Width != view.Width;
        if (!view.Over(window, 0).IsOnMap)
            throw new UnfoldableException("some of its windows see nothing but the zeros of a Pad");
        if (hasBorder && !countsPadding)
            throw new UnfoldableException("it leaves its own padding out of the mean, but counts that of a Pad before it");
        return Pool(view, window, (part, map, p) => Average(layers.Unpooled(name, part), map, view.Orders[p], countsPadding));
    }

    private static FoldedTensor Pool(SpatialView view, SlidingWindow window, Func<Signal, SlidingWindow, int, Signal> pool)
    {
        Signal[] parts = [.. view.Tensor.Parts.Select((part, p) => pool(
            part, view.Over(window, p) with { Output = window.Output with { Channels = view.Maps[p].Channels } }, p))];
        var pooled = new FoldedTensor([.. parts], new int[view.Channels.Length * window.Output.Height * window.Output.Width]);
        int[] offsets = pooled.Offsets();
        FeatureMap shape = window.Output with { Channels = view.Channels.Length };
        for (int k = 0; k < pooled.Order.Length; k++)
        {
            (int row, int column, int c) = shape.Locate(k, ChannelOrder.First);
            (int part, int channel) = view.Channels[c];
            pooled.Order[k] = offsets[part] + parts[part].Map.Index(row, column, channel);
        }
        return pooled;
    }

    private Signal Average(Signal part, SlidingWindow window, ChannelOrder order, bool countsPadding)
    {
        double[] divisor = countsPadding ? [.. Enumerable.Repeat((double)window.Taps, window.Output.Size)] : Counts(window);
        AnalogConvolution? mean = Mean(window, divisor);
        if (mean is null)
            part = layers.WithoutConvolutions(name, part);
        Vector<double> shift = WindowOperations.Sum(window, order, Matrix<double>.Build.Dense(1, part.Size, part.Shift)).Row(0);
        return new Signal(
            window.Output, [.. part.Terms.Select(term => Average(term, part.Size, window, order, divisor, mean))],
            [.. shift.Select((t, j) => t / divisor[j])], Name: part.Name);
    }

    private Term Average(
        Term term, int units, SlidingWindow window, ChannelOrder order, double[] divisor, AnalogConvolution? mean)
    {
        if (term is DirectTerm { Pooling: null, Scale: null } direct && layers.CanBeMap(direct.Source, window.Input, order))
            return new DirectTerm(direct.Source, order, window, [.. divisor.Select(n => 1 / n)]);
        if (mean is not null && term is ProjectedTerm { Projection: { Connection: AnalogConvolution convolution } projection })
            return new ProjectedTerm(projection with { Connection = KernelComposition.Compose(convolution, mean, layers.Budget) });
        return TermMatrix.Then(
            term, units, window.Output.Size, (long)window.Output.Size * window.Taps,
            rows => WindowOperations.Sum(window, order, rows).MapIndexed((_, j, sum) => sum / divisor[j], Zeros.Include), layers);
    }

    // The mean as a convolution that can follow another one, or null where it is none.
    private static AnalogConvolution? Mean(SlidingWindow window, double[] divisor)
    {
        if (!KernelComposition.CanFollow(window) || Channelwise.Of(divisor, 1) is not [double count])
            return null;
        int channels = window.Input.Channels;
        return new AnalogConvolution(
            window, channels, [.. Enumerable.Range(0, channels).Select(_ => Matrix<double>.Build.Dense(window.Taps, 1, 1 / count))]);
    }

    private static double[] Counts(SlidingWindow window) => WindowOperations.Sum(
        window, ChannelOrder.Last, [.. Enumerable.Repeat(1.0, window.Input.Size)]);
}
