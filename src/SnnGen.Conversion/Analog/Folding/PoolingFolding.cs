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
        if (!(window with { Input = view.Maps[0], PaddingTop = window.PaddingTop + view.Top, PaddingLeft = window.PaddingLeft + view.Left }).IsOnMap)
            throw new UnfoldableException("some of its windows see nothing but the zeros of a Pad");
        if (hasBorder && !countsPadding)
            throw new UnfoldableException("it leaves its own padding out of the mean, but counts that of a Pad before it");
        return Pool(view, window, (part, map, p) => Average(layers.Unpooled(name, part), map, view.Orders[p], countsPadding));
    }

    private static FoldedTensor Pool(SpatialView view, SlidingWindow window, Func<Signal, SlidingWindow, int, Signal> pool)
    {
        Signal[] parts = [.. view.Tensor.Parts.Select((part, p) => pool(part, window with
        {
            Input = view.Maps[p], Output = window.Output with { Channels = view.Maps[p].Channels },
            PaddingTop = window.PaddingTop + view.Top, PaddingLeft = window.PaddingLeft + view.Left,
        }, p))];
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
        if (part.Terms.Any(term => term is ProjectedTerm { Projection.Connection: AnalogConvolution first } && Compose(first, window, divisor) is null))
            part = layers.Activate(name, part, new Identity());
        Vector<double> shift = WindowOperations.Sum(window, order, Matrix<double>.Build.Dense(1, part.Size, part.Shift)).Row(0);
        return new Signal(
            window.Output, [.. part.Terms.Select(term => Average(term, part.Size, window, order, divisor))],
            [.. shift.Select((t, j) => t / divisor[j])], Name: part.Name);
    }

    private Term Average(Term term, int units, SlidingWindow window, ChannelOrder order, double[] divisor)
    {
        if (term is DirectTerm { Pooling: null, Scale: null } direct && layers.CanBeMap(direct.Source, window.Input, order))
            return new DirectTerm(direct.Source, order, window, [.. divisor.Select(n => 1 / n)]);
        if (term is ProjectedTerm { Projection: { Connection: AnalogConvolution convolution } projection }
            && Compose(convolution, window, divisor) is { } both)
            return new ProjectedTerm(projection with { Connection = both });
        return TermMatrix.Then(
            term, units, window.Output.Size,
            rows => WindowOperations.Sum(window, order, rows).MapIndexed((_, j, sum) => sum / divisor[j], Zeros.Include), layers);
    }

    private static AnalogConvolution? Compose(AnalogConvolution first, SlidingWindow window, double[] divisor)
    {
        if (Channelwise.Of(divisor, 1) is not [double count])
            return null;
        Matrix<double>[] mean = [.. Enumerable.Range(0, window.Input.Channels).Select(_ => Matrix<double>.Build.Dense(window.Taps, 1, 1 / count))];
        return KernelComposition.Compose(first, new AnalogConvolution(window, window.Input.Channels, mean));
    }

    private static double[] Counts(SlidingWindow window) => WindowOperations.Sum(
        window, ChannelOrder.Last, [.. Enumerable.Repeat(1.0, window.Input.Size)]);
}
