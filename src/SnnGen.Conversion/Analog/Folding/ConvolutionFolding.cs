using MathNet.Numerics.LinearAlgebra;
using SnnGen.Spiking.Layers;

namespace SnnGen.Conversion.Analog.Folding;

/// <summary>Convolutions of tensors.</summary>
internal static class ConvolutionFolding
{
    /// <summary>The convolution, channels last.</summary>
    /// <param name="layers">The layers.</param>
    /// <param name="name">Name of the node.</param>
    /// <param name="view">The tensor.</param>
    /// <param name="kernel">What to convolve with.</param>
    public static Signal Convolve(LayerList layers, string name, SpatialView view, Kernel kernel)
    {
        if (kernel.Groups > 1 && !view.IsWhole)
            kernel = kernel.Ungrouped();
        Signal[] parts = [.. view.Tensor.Parts.Select((part, p) => Convolve(layers, name, layers.Unpooled(name, part), p, view, kernel))];
        return parts.Aggregate((a, b) => a.Plus(b));
    }

    /// <summary>A signal taken as a map: the network's input, or a layer without places.</summary>
    /// <param name="layers">The layers.</param>
    /// <param name="signal">The signal, not pooled if it is numbered channels first.</param>
    /// <param name="map">The map.</param>
    /// <param name="order">How the signal numbers it.</param>
    public static Signal InPlaces(LayerList layers, Signal signal, FeatureMap map, ChannelOrder order) =>
        signal.Map == map ? signal
        : order == ChannelOrder.Last ? signal with { Map = map }
        : Convolve(layers, signal, order, AnalogConvolution.Diagonal(map, [.. Enumerable.Repeat(1.0, map.Channels)]), signal.Name);

    private static Signal Convolve(LayerList layers, string name, Signal part, int p, SpatialView view, Kernel kernel)
    {
        AnalogConvolution convolution = kernel.For(view, p);
        if (!convolution.Window.IsBesideMap)
            throw new UnfoldableException("the Pad before it is wider than its windows");
        if (!KernelComposition.CanFollow(convolution.Window))
            part = layers.WithoutConvolutions(name, part);
        return Convolve(layers, part, view.Orders[p], convolution, name);
    }

    private static Signal Convolve(LayerList layers, Signal part, ChannelOrder order, AnalogConvolution convolution, string? name)
    {
        layers.Budget.TakeProducts(convolution.Products);
        Vector<double> shift = WindowOperations.Convolve(
            convolution, order, Matrix<double>.Build.Dense(1, part.Size, part.Shift)).Row(0);
        return new Signal(
            convolution.Window.Output, [.. part.Terms.Select(term => Convolve(layers, term, part.Size, order, convolution))],
            shift.ToArray(), Name: name);
    }

    private static Term Convolve(LayerList layers, Term term, int units, ChannelOrder order, AnalogConvolution convolution)
    {
        FeatureMap map = convolution.Window.Input;
        if (term is DirectTerm direct && layers.CanBeMap(direct.Source, map, direct.Pooling is null ? order : direct.Order)
            && ScalePerChannel(direct, map, order) is { } scale)
        {
            return new ProjectedTerm(new AnalogProjection(
                direct.Source, direct.Pooling is null ? order : direct.Order, direct.Pooling, ScaleInputs(convolution, scale)));
        }
        if (term is ProjectedTerm { Projection: { Connection: AnalogConvolution first } projection } && KernelComposition.CanFollow(convolution.Window))
            return new ProjectedTerm(projection with { Connection = KernelComposition.Compose(first, convolution, layers.Budget) });
        return TermMatrix.Then(
            term, units, convolution.Outputs, convolution.Products, rows => WindowOperations.Convolve(convolution, order, rows), layers);
    }

    private static double[]? ScalePerChannel(DirectTerm term, FeatureMap map, ChannelOrder order)
    {
        if (term.Scale is not { } scale)
            return [.. Enumerable.Repeat(1.0, map.Channels)];
        double[] channelsLast = new double[map.Size];
        for (int j = 0; j < channelsLast.Length; j++)
        {
            (int row, int column, int channel) = map.Locate(j, order);
            channelsLast[map.Index(row, column, channel)] = scale[j];
        }
        return Channelwise.Of(channelsLast, map.Channels);
    }

    private static AnalogConvolution ScaleInputs(AnalogConvolution convolution, double[] scale)
    {
        int perGroup = scale.Length / convolution.Groups;
        return convolution with
        {
            Kernels = [.. convolution.Kernels.Select((kernel, group) => kernel.MapIndexed(
                (row, _, w) => w * scale[group * perGroup + row % perGroup], Zeros.Include))],
        };
    }
}
