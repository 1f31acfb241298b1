using SnnGen.Conversion.Nir.Graph;
using SnnGen.Conversion.Nir.Import;
using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Conversion.Nir.Export;

/// <summary>The nodes of a projection, from its source on: a delay, windows that sum, a flattening, weights.</summary>
internal sealed class ProjectionExport(Projection projection, Population source, Population target, Func<int, double> factor, ExportFault fault, string layer)
{
    /// <summary>Index of the source's layer.</summary>
    public int Source => projection.Source;

    /// <summary>The nodes.</summary>
    /// <param name="name">Name of the node of weights.</param>
    /// <param name="names">Names for the others.</param>
    /// <param name="implied">Steps that need no delay.</param>
    /// <param name="dt">dt, in seconds.</param>
    /// <param name="bias">Biases of the layer that no node holds yet, in NIR's order; null once one holds them.</param>
    public IReadOnlyList<NirNode> Nodes(string name, NodeNames names, int implied, double dt, ref double[]? bias)
    {
        var nodes = new List<NirNode>();
        if (projection.LongestDelay > implied)
            nodes.Add(new NirDelay(names.Free(name + ".delay"), Delays(dt)));
        EquatableArray<int> shape = source.Shape;
        if (projection.Pooling?.Window is { } window)
        {
            nodes.Add(new NirSumPool2d(names.Free(name + ".pool"), new NirPair(window.KernelHeight, window.KernelWidth), new NirPair(window.StrideHeight, window.StrideWidth), Padding(window)));
            shape = new EquatableArray<int>([window.Output.Channels, window.Output.Height, window.Output.Width]);
        }
        if (Diagonal() is { } diagonal)
        {
            nodes.Add(new NirScale(name, Weights(shape.AsSpan(), diagonal)));
        }
        else if (projection.Connection is DenseConnection dense)
        {
            if (shape.Count > 1)
                nodes.Add(new NirFlatten(names.Free(name + ".flatten"), shape, 0, -1));
            nodes.Add(Dense(name, dense, ref bias));
        }
        else
        {
            var convolution = (ConvolutionConnection)projection.Connection;
            nodes.Add(IsOneToOne(convolution) ? Scale(name, convolution, shape) : Convolution(name, convolution, ref bias));
        }
        return nodes;
    }

    private double Weight(int index) => projection.Connection.Weights is IntegerTensor integers
        ? (double)integers.Values[index] * projection.SpikeWorth
        : ((Float32Tensor)projection.Connection.Weights).Values[index];

    // Inputs behind windows are numbered channels last, else as the source numbers them.
    private int[] InputIndices() => projection.Pooling is { } pooling ? Shapes.ChannelsFirst(pooling.Window.Output) : source.NirIndices();

    // Weights from each place of a map to the same place of another, whose numbers differ; null of all others.
    private double[]? Diagonal()
    {
        if (projection is not { Connection: DenseConnection dense, Pooling: null } || source.Map is null || source.Shape != target.Shape)
            return null;
        int[] inputs = source.NirIndices(), outputs = target.NirIndices();
        var diagonal = new double[dense.Inputs];
        for (int i = 0; i < dense.Inputs; i++)
            for (int j = 0; j < dense.Outputs; j++)
            {
                double weight = Weight(i * dense.Outputs + j);
                if (inputs[i] == outputs[j])
                    diagonal[inputs[i]] = weight * factor(inputs[i]);
                else if (weight != 0)
                    return null;
            }
        return diagonal;
    }

    private NirNode Dense(string name, DenseConnection dense, ref double[]? bias)
    {
        int[] inputs = InputIndices(), outputs = target.NirIndices();
        var weights = new double[dense.Inputs * dense.Outputs];
        for (int i = 0; i < dense.Inputs; i++)
            for (int j = 0; j < dense.Outputs; j++)
                weights[outputs[j] * dense.Inputs + inputs[i]] = Weight(i * dense.Outputs + j) * factor(outputs[j]);
        NirArray array = Weights([dense.Outputs, dense.Inputs], weights);
        if (bias is null)
            return new NirLinear(name, array);
        NirArray values = Weights([dense.Outputs], [.. bias.Select((value, j) => value * factor(j))]);
        bias = null;
        return new NirAffine(name, array, values);
    }

    private NirNode Convolution(string name, ConvolutionConnection convolution, ref double[]? bias)
    {
        SlidingWindow window = convolution.Window;
        int fanOut = convolution.FanOut, channels = window.Input.Channels, outputs = window.Output.Channels, fanIn = channels / convolution.Groups, places = window.Output.Height * window.Output.Width;
        var weights = new double[outputs * fanIn * window.Taps];
        for (int channel = 0; channel < channels; channel++)
            for (int tap = 0; tap < window.Taps; tap++)
                for (int k = 0; k < fanOut; k++)
                {
                    int to = convolution.FirstOutput(channel) + k;
                    weights[(to * fanIn + channel % fanIn) * window.Taps + tap] = Weight((channel * window.Taps + tap) * fanOut + k) * factor(to * places);
                }
        var values = new double[outputs];
        double[]? all = bias;
        if (all is not null && all.Select((value, j) => value.Equals(all[j / places * places])).All(same => same))
        {
            values = [.. Enumerable.Range(0, outputs).Select(to => all[to * places] * factor(to * places))];
            bias = null;
        }
        if (source.Shape.Count == 2)
        {
            NirPadding<NirPair> padding = ConvolutionPadding(window);
            return new NirConv1d(
                name, window.Input.Width, Weights([outputs, fanIn, window.KernelWidth], weights), window.StrideWidth, new NirPadding<int>(padding.Kind, padding.Size.Width),
                window.DilationWidth, convolution.Groups, Weights([outputs], values));
        }
        return new NirConv2d(
            name, new NirPair(window.Input.Height, window.Input.Width), Weights([outputs, fanIn, window.KernelHeight, window.KernelWidth], weights),
            new NirPair(window.StrideHeight, window.StrideWidth), ConvolutionPadding(window), new NirPair(window.DilationHeight, window.DilationWidth), convolution.Groups, Weights([outputs], values));
    }

    private static bool IsOneToOne(ConvolutionConnection convolution) => convolution.Window is
    { KernelHeight: 1, KernelWidth: 1, StrideHeight: 1, StrideWidth: 1, PaddingTop: 0, PaddingLeft: 0 } && convolution.FanOut == 1 && convolution.Groups == convolution.Window.Input.Channels;

    private NirScale Scale(string name, ConvolutionConnection convolution, EquatableArray<int> shape)
    {
        var scale = new double[convolution.Window.Input.Size];
        int[] indices = InputIndices();
        // Channel by channel, whether those are the map's own or each neuron is taken for one.
        for (int i = 0; i < scale.Length; i++)
        {
            int weight = convolution.Window.Input is { Height: 1, Width: 1 } ? i : Channel(i, convolution.Window.Input);
            scale[indices[i]] = Weight(weight) * factor(indices[i]);
        }
        return new NirScale(name, Weights(shape.AsSpan(), scale));
    }

    private int Channel(int index, FeatureMap map) => map.Locate(index, projection.Pooling is null ? source.Order : ChannelOrder.Last).Channel;

    private NirArray Delays(double dt)
    {
        var delays = new double[source.Size];
        int[] indices = source.NirIndices();
        for (int i = 0; i < delays.Length; i++)
            delays[indices[i]] = projection.DelayOf(i) * dt;
        return NirArray.Double(source.Shape.AsSpan(), delays);
    }

    // Single precision where that loses nothing, as frameworks store weights.
    private static NirArray Weights(ReadOnlySpan<int> shape, double[] values) => values.All(value => (float)value == value)
        ? NirArray.Single(shape, [.. values.Select(value => (float)value)])
        : NirArray.Double(shape, values);

    private NirPair Padding(SlidingWindow window) =>
        (window.DilationHeight > 1 && window.KernelHeight > 1) || (window.DilationWidth > 1 && window.KernelWidth > 1)
        ? throw fault.Of($"layer '{layer}'", "its pooling skips places within a window, which NIR's does not; choose dilations of 1")
        : Fits(window.Input.Height, window.Output.Height, window.KernelHeight, window.StrideHeight, 1, window.PaddingTop)
        && Fits(window.Input.Width, window.Output.Width, window.KernelWidth, window.StrideWidth, 1, window.PaddingLeft)
        ? new NirPair(window.PaddingTop, window.PaddingLeft)
        : throw fault.Of($"layer '{layer}'", "it pads one side of an image more than the other, which NIR's pooling does not");

    private NirPadding<NirPair> ConvolutionPadding(SlidingWindow window)
    {
        if (Fits(window.Input.Height, window.Output.Height, window.KernelHeight, window.StrideHeight, window.DilationHeight, window.PaddingTop)
            && Fits(window.Input.Width, window.Output.Width, window.KernelWidth, window.StrideWidth, window.DilationWidth, window.PaddingLeft))
        {
            return new NirPair(window.PaddingTop, window.PaddingLeft);
        }
        return window is { StrideHeight: 1, StrideWidth: 1 } && window.Output.Height == window.Input.Height && window.Output.Width == window.Input.Width
            && window.PaddingTop == window.DilationHeight * (window.KernelHeight - 1) / 2 && window.PaddingLeft == window.DilationWidth * (window.KernelWidth - 1) / 2
            ? new NirPadding<NirPair>(NirPaddingKind.Same, default)
            : throw fault.Of($"layer '{layer}'", "its convolution pads one side of an image more than the other, which NIR's does not");
    }

    // NIR pads both ends alike.
    private static bool Fits(int inputs, int outputs, int kernel, int stride, int dilation, int padding) =>
        inputs + 2 * padding - dilation * (kernel - 1) - 1 is var room && room >= 0 && room / stride + 1 == outputs;
}
