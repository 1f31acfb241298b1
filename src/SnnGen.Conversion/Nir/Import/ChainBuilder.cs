using SnnGen.Conversion.Nir.Graph;
using SnnGen.Spiking;
using SnnGen.Spiking.Layers;

namespace SnnGen.Conversion.Nir.Import;

/// <summary>Extends a chain by one node.</summary>
/// <param name="dt">dt, in seconds.</param>
/// <param name="fault">Complains.</param>
internal sealed class ChainBuilder(double dt, ImportFault fault)
{
    /// <summary>The chain with the node, or null where one projection cannot hold both: a population must relay what it has.</summary>
    public LinearChain? Append(LinearChain chain, NirNode node) => node switch
    {
        NirInput or NirOutput => chain,
        NirFlatten n => chain with { Shape = FlattenedShape(n, chain.Shape) },
        NirDelay n => Delayed(chain, n),
        NirScale n => Scaled(chain, n),
        NirLinear n => Weighted(chain, n, n.Weight, null),
        NirAffine n => Weighted(chain, n, n.Weight, n.Bias),
        NirConv1d n => Convolved(chain, n),
        NirConv2d n => Convolved(chain, n),
        NirSumPool2d n => Pooled(chain, n, n.KernelSize, n.Stride, n.Padding, isMean: false),
        NirAvgPool2d n => Pooled(chain, n, n.KernelSize, n.Stride, n.Padding, isMean: true),
        _ => throw new NotSupportedException(node.ToString()),
    };

    private EquatableArray<int> FlattenedShape(NirFlatten node, EquatableArray<int> shape)
    {
        if (node.InputShape is { } stated && Shapes.Size(stated) != Shapes.Size(shape))
            throw fault.Shape(node.Name, $"it says that its input has the shape {Shapes.Text(stated)}, but what comes before has {Shapes.Text(shape)}");
        int first = node.StartDim < 0 ? shape.Count + node.StartDim : node.StartDim, last = node.EndDim < 0 ? shape.Count + node.EndDim : node.EndDim;
        if (first < 0 || last < first || last >= shape.Count)
            throw fault.Shape(node.Name, $"it joins axes {node.StartDim} to {node.EndDim} of shape {Shapes.Text(shape)}");
        return shape.Take(first).Append(Shapes.Size(shape.Skip(first).Take(last - first + 1).ToEquatableArray())).Concat(shape.Skip(last + 1)).ToEquatableArray();
    }

    private LinearChain? Delayed(LinearChain chain, NirDelay node)
    {
        int size = Shapes.Size(chain.Shape);
        RequireSize(node.Name, node.Delay, size, chain.Shape, "delays");
        int[] steps = [.. Shapes.Spread(node.Delay, size).Select(delay => Steps(node.Name, delay))];
        if (chain.Bias is not null || (chain.Delays is not null && !chain.IsUnchanged))
            return null;
        if (steps.All(count => count == steps[0]))
        {
            return chain.Delays is { } each
                ? chain with { Delays = [.. each.Select(count => count + steps[0])] }
                : chain with { Delay = chain.Delay + steps[0] };
        }
        if (!chain.IsUnchanged)
            return null;
        return chain with { Delays = [.. steps.Select((count, i) => count + (chain.Delays?[i] ?? chain.Delay))], Delay = 0 };
    }

    private int Steps(string node, double delay)
    {
        double steps = Math.Round(delay / dt, MidpointRounding.ToEven);
        return delay >= 0 && steps <= Projection.MaximumDelay
            ? (int)steps
            : throw fault.Unsupported(node, FormattableString.Invariant($"a delay of {delay} s is {steps} steps of {dt} s; it must be 0 to {Projection.MaximumDelay}"));
    }

    private LinearChain? Scaled(LinearChain chain, NirScale node)
    {
        int size = Shapes.Size(chain.Shape);
        // A value a channel scales its places.
        if (node.Scale.Size != size && node.Scale.Size != 1 && node.Scale.Size != chain.Shape[0])
            throw fault.Shape(node.Name, $"it has {node.Scale.Size} factors for shape {Shapes.Text(chain.Shape)}");
        double[] scale = node.Scale.Size == chain.Shape[0]
            ? [.. Enumerable.Range(0, size).Select(i => node.Scale.Values[i / (size / chain.Shape[0])])]
            : Shapes.Spread(node.Scale, size);
        bool isSameInChannels = chain.Shape.Count < 2 ? false : scale.Select((factor, i) => factor.Equals(scale[i / (size / chain.Shape[0]) * (size / chain.Shape[0])])).All(same => same);
        // Windows and kernels are the same at all places.
        if (!isSameInChannels && !scale.All(factor => factor.Equals(scale[0])) && (chain.HasWeights ? chain.Convolution is not null : chain.Pooling is not null))
            return null;
        if (!chain.HasWeights)
            return chain with { InputScale = Product(chain.InputScale, scale) };
        return chain with { OutputScale = Product(chain.OutputScale, scale), Bias = chain.Bias is null ? null : Product(chain.Bias, scale) };
    }

    private LinearChain? Weighted(LinearChain chain, NirNode node, NirArray weight, NirArray? bias)
    {
        if (weight.Shape.Count < 2)
            throw fault.Shape(node.Name, $"its weights have the shape {Shapes.Text(weight.Shape)}, not (outputs, inputs)");
        int outputs = weight.Shape[^2], inputs = weight.Shape[^1], size = Shapes.Size(chain.Shape);
        if (weight.Size != outputs * inputs || size != inputs)
            throw fault.Shape(node.Name, $"its weights {Shapes.Text(weight.Shape)} take {inputs} inputs, but what comes before has the shape {Shapes.Text(chain.Shape)}");
        if (bias is not null && bias.Size != outputs && bias.Size != 1)
            throw fault.Shape(node.Name, $"it has {bias.Size} biases for {outputs} outputs");
        return chain.HasWeights ? null : chain with
        {
            Shape = new EquatableArray<int>([outputs]), Matrix = weight.Values.ToArray(), Bias = NonZero(bias is null ? null : Shapes.Spread(bias, outputs)),
        };
    }

    private LinearChain? Convolved(LinearChain chain, NirConv1d node)
    {
        FeatureMap map = MapOf(chain, node.Name, 2, "(channels, length)");
        if (node.InputLength is { } stated && stated != map.Width)
            throw fault.Shape(node.Name, $"it says that its input has the length {stated}, but what comes before has {map.Width}");
        int dilated = node.Dilation * (node.Weight.Shape[2] - 1);
        (int before, int length) = Extent(node.Name, map.Width, dilated, node.Stride, node.Padding.Kind, node.Padding.Size);
        var window = new SlidingWindow(map, new FeatureMap(1, length, node.Weight.Shape[0]), 1, node.Weight.Shape[2], 1, node.Stride, 0, before, 1, node.Dilation);
        return Convolved(chain, node.Name, window, node.Weight, node.Groups, node.Bias, [node.Weight.Shape[0], length]);
    }

    private LinearChain? Convolved(LinearChain chain, NirConv2d node)
    {
        FeatureMap map = MapOf(chain, node.Name, 3, "(channels, rows, columns)");
        if (node.InputShape is { } stated && stated != new NirPair(map.Height, map.Width))
            throw fault.Shape(node.Name, $"it says that its input has {stated.Height} × {stated.Width} places, but what comes before has {map.Height} × {map.Width}");
        EquatableArray<int> shape = node.Weight.Shape;
        (int top, int height) = Extent(node.Name, map.Height, node.Dilation.Height * (shape[2] - 1), node.Stride.Height, node.Padding.Kind, node.Padding.Size.Height);
        (int left, int width) = Extent(node.Name, map.Width, node.Dilation.Width * (shape[3] - 1), node.Stride.Width, node.Padding.Kind, node.Padding.Size.Width);
        var window = new SlidingWindow(
            map, new FeatureMap(height, width, shape[0]), shape[2], shape[3], node.Stride.Height, node.Stride.Width, top, left, node.Dilation.Height, node.Dilation.Width);
        return Convolved(chain, node.Name, window, node.Weight, node.Groups, node.Bias, [shape[0], height, width]);
    }

    private LinearChain? Convolved(LinearChain chain, string node, SlidingWindow window, NirArray weight, int groups, NirArray bias, int[] shape)
    {
        int channels = window.Input.Channels;
        if (groups < 1 || channels % groups != 0 || weight.Shape[0] % groups != 0 || weight.Shape[1] != channels / groups)
            throw fault.Shape(node, $"its kernels {Shapes.Text(weight.Shape)} in {groups} groups do not fit {channels} channels");
        int places = window.Output.Height * window.Output.Width;
        // A kernel is the same at all places: factors of its inputs must be, too.
        bool scalesPlaces = chain.InputScale is { } scale && scale.Where((factor, i) => !factor.Equals(scale[i / (scale.Length / channels) * (scale.Length / channels)])).Any();
        return chain.HasWeights || scalesPlaces ? null : chain with
        {
            Shape = new EquatableArray<int>(shape), Convolution = (window, weight.Values.ToArray(), groups),
            Bias = NonZero([.. Enumerable.Range(0, shape[0] * places).Select(i => bias.Size == 1 ? bias.Values[0] : bias.Values[i / places])]),
        };
    }

    private LinearChain? Pooled(LinearChain chain, NirNode node, NirPair kernel, NirPair stride, NirPair padding, bool isMean)
    {
        FeatureMap map = MapOf(chain, node.Name, 3, "(channels, rows, columns)");
        (_, int height) = Extent(node.Name, map.Height, kernel.Height - 1, stride.Height, NirPaddingKind.Explicit, padding.Height);
        (_, int width) = Extent(node.Name, map.Width, kernel.Width - 1, stride.Width, NirPaddingKind.Explicit, padding.Width);
        if (padding.Height >= kernel.Height || padding.Width >= kernel.Width)
            throw fault.Shape(node.Name, $"a padding of ({padding.Height}, {padding.Width}) leaves windows of ({kernel.Height}, {kernel.Width}) outside the image");
        var window = new SlidingWindow(
            map, new FeatureMap(height, width, map.Channels), kernel.Height, kernel.Width, stride.Height, stride.Width, padding.Height, padding.Width, 1, 1);
        return !chain.IsUnchanged || chain.Bias is not null ? null : chain with
        {
            Shape = new EquatableArray<int>([map.Channels, height, width]), Pooling = window, Area = isMean ? kernel.Height * kernel.Width : 1,
        };
    }

    private FeatureMap MapOf(LinearChain chain, string node, int rank, string form) => chain.Shape.Count == rank
        ? Shapes.Map(chain.Shape)!.Value
        : throw fault.Shape(node, $"it takes {form}, but what comes before has the shape {Shapes.Text(chain.Shape)}");

    private (int Before, int Outputs) Extent(string node, int inputs, int reach, int stride, NirPaddingKind kind, int padding)
    {
        if (stride < 1)
            throw fault.Shape(node, $"its stride is {stride}");
        int before = kind switch { NirPaddingKind.Explicit => padding, NirPaddingKind.Same => reach / 2, _ => 0 };
        long room = (long)inputs + (kind == NirPaddingKind.Same ? reach : 2L * before) - reach - 1;
        return room >= 0 && before >= 0 ? (before, (int)(room / stride) + 1) : throw fault.Shape(node, $"its window of {reach + 1} is larger than the {inputs} inputs with their padding");
    }

    private void RequireSize(string node, NirArray array, int size, EquatableArray<int> shape, string what)
    {
        if (array.Size != size && array.Size != 1)
            throw fault.Shape(node, $"it has {array.Size} {what} for shape {Shapes.Text(shape)}");
    }

    private static double[] Product(double[]? a, double[] b) => a is null ? b : [.. a.Zip(b, (x, y) => x * y)];

    private static double[]? NonZero(double[]? values) => values is null || values.All(value => value == 0) ? null : values;
}
