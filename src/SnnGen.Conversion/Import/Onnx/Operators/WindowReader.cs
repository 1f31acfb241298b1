using SnnGen.Spiking.Layers;

namespace SnnGen.Conversion.Import.Onnx.Operators;

/// <summary>Reads where the windows of Conv and of the pooling operators lie.</summary>
internal sealed class WindowReader(OnnxNode node, FeatureMap input, int rank)
{
    // What a network file can hold.
    private const int Largest = 1 << 15;

    /// <summary>The windows.</summary>
    /// <param name="kernel">Extents of the kernel, as many as there are spatial dimensions.</param>
    /// <param name="channels">Channels of the result.</param>
    public SlidingWindow Read(long[] kernel, int channels)
    {
        long[] strides = Attribute("strides", 1, rank), dilations = Attribute("dilations", 1, rank), pads = Attribute("pads", 0, 2 * rank);
        if (kernel.Length != rank)
            throw node.ShapeError($"a kernel of {kernel.Length} dimensions does not fit data of {rank}");
        Require(kernel, 1);
        Require([input.Height, input.Width, input.Channels, channels], 1);
        string autoPad = node.Text("auto_pad", "NOTSET");
        (int Output, int Padding) height = rank == 1
            ? (1, 0)
            : Place(autoPad, input.Height, (int)kernel[0], (int)strides[0], (int)dilations[0], (int)pads[0], (int)pads[rank]);
        (int Output, int Padding) width = Place(
            autoPad, input.Width, (int)kernel[^1], (int)strides[^1], (int)dilations[^1], (int)pads[rank - 1], (int)pads[^1]);
        if ((long)height.Output * width.Output * channels > GraphInput.MaximumSize)
            throw node.ShapeError($"its result of {height.Output} x {width.Output} x {channels} is too large");
        var window = new SlidingWindow(
            input, new FeatureMap(height.Output, width.Output, channels),
            rank == 1 ? 1 : (int)kernel[0], (int)kernel[^1], rank == 1 ? 1 : (int)strides[0], (int)strides[^1],
            height.Padding, width.Padding, rank == 1 ? 1 : (int)dilations[0], (int)dilations[^1]);
        return window.IsBesideMap ? window : throw new UnsupportedNodeException("its padding is wider than its windows");
    }

    private (int Output, int Padding) Place(string autoPad, int extent, int kernel, int stride, int dilation, int before, int after)
    {
        int reach = (kernel - 1) * dilation + 1;
        if (autoPad is "SAME_UPPER" or "SAME_LOWER")
        {
            int same = (extent + stride - 1) / stride, total = Math.Max((same - 1) * stride + reach - extent, 0);
            return (same, autoPad == "SAME_UPPER" ? total / 2 : total - total / 2);
        }
        if (autoPad == "VALID")
            (before, after) = (0, 0);
        else if (autoPad != "NOTSET")
            throw new UnsupportedNodeException($"its auto_pad is '{autoPad}'");
        int room = extent + before + after - reach;
        if (room < 0)
            throw node.ShapeError($"a kernel that reaches over {reach} does not fit data of extent {extent} with padding {before} and {after}");
        int output = room / stride + 1;
        // A window more where something is left, unless it would begin beyond the data.
        if (node.Integer("ceil_mode", 0) != 0 && room % stride != 0 && output * stride < extent + before)
            output++;
        return (output, before);
    }

    private long[] Attribute(string name, long otherwise, int count)
    {
        long[] values = node.Integers(name) ?? [.. Enumerable.Repeat(otherwise, count)];
        if (values.Length != count)
            throw node.ShapeError($"its {name} {Extents.Text(values)} do not fit data of {rank} dimensions");
        Require(values, otherwise);
        return values;
    }

    private void Require(long[] values, long least)
    {
        if (values.Any(value => value < least || value > Largest))
            throw new UnsupportedNodeException($"extents, strides, dilations and pads must be {least} to {Largest}, but it has {Extents.Text(values)}");
    }
}
