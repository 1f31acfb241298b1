using SnnGen.Spiking.Layers;

namespace SnnGen.Conversion.Analog.Folding;

/// <summary>A tensor channels × height × width as maps that the layers hold, with a border of zeros around them.</summary>
/// <param name="Tensor">The tensor.</param>
/// <param name="Height">Rows without the border.</param>
/// <param name="Width">Columns without the border.</param>
/// <param name="Top">Rows of zeros above.</param>
/// <param name="Left">Columns of zeros to the left.</param>
/// <param name="Maps">What each part is, taken as a map.</param>
/// <param name="Orders">How each part numbers its units then.</param>
/// <param name="Channels">For each channel the part and the part's channel that it is.</param>
internal sealed record SpatialView(
    FoldedTensor Tensor, int Height, int Width, int Top, int Left, FeatureMap[] Maps, ChannelOrder[] Orders, (int Part, int Channel)[] Channels)
{
    /// <summary>The tensor as maps; where the layers hold it in another order it is flattened first.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="shape">Its channels, height and width.</param>
    /// <param name="layers">The layers.</param>
    /// <param name="name">Name of the node.</param>
    public static SpatialView Of(FoldedTensor x, FeatureMap shape, LayerList layers, string name) =>
        TryOf(x, shape) ?? TryOf(Flattening.Flatten(x, layers, name), shape)!;

    /// <summary>Whether the channels are those of the only part, in order.</summary>
    public bool IsWhole => Maps.Length == 1 && Channels.Length == Maps[0].Channels && !Channels.Where((c, i) => c.Channel != i).Any();

    /// <summary>Windows over the whole tensor, border included, as windows over one part.</summary>
    public SlidingWindow Over(SlidingWindow window, int part) => window with
    {
        Input = Maps[part], PaddingTop = window.PaddingTop + Top, PaddingLeft = window.PaddingLeft + Left,
    };

    /// <summary>The tensor with places, channels last, where it is one whole signal; itself otherwise.</summary>
    public FoldedTensor InPlaces(LayerList layers) => IsWhole && Tensor.Order.Length == Maps[0].Size
        ? FoldedTensor.OfMap(ConvolutionFolding.InPlaces(layers, Tensor.Parts[0], Maps[0], Orders[0]))
        : Tensor;

    /// <summary>The tensor as maps, or null where the layers hold it in another order.</summary>
    public static SpatialView? TryOf(FoldedTensor x, FeatureMap shape)
    {
        (int top, int bottom, int left, int right) = Border(x.Order, shape);
        int height = shape.Height - top - bottom, width = shape.Width - left - right;
        int[] offsets = x.Offsets();
        var maps = new FeatureMap[x.Parts.Length];
        var orders = new ChannelOrder[x.Parts.Length];
        for (int p = 0; p < maps.Length; p++)
        {
            if (x.Parts[p].Size % (height * width) != 0)
                return null;
            maps[p] = new FeatureMap(height, width, x.Parts[p].Size / (height * width));
            if (x.Parts[p].Map is { Height: 1, Width: 1 })
                orders[p] = OrderOf(x.Order, shape, top, left, offsets, p, maps[p]);
            else if (x.Parts[p].Map != maps[p])
                return null;
        }
        var channels = new (int, int)[shape.Channels];
        for (int c = 0; c < channels.Length; c++)
        {
            int first = x.Order[shape.Index(top, left, c, ChannelOrder.First)];
            if (first == FoldedTensor.Zero)
                return null;
            (int part, int unit) = FoldedTensor.Locate(offsets, first);
            int channel = maps[part].Locate(unit, orders[part]).Channel;
            channels[c] = (part, channel);
            for (int row = 0; row < shape.Height; row++)
                for (int column = 0; column < shape.Width; column++)
                {
                    int inner = row - top, across = column - left;
                    int expected = inner >= 0 && inner < height && across >= 0 && across < width
                        ? offsets[part] + maps[part].Index(inner, across, channel, orders[part])
                        : FoldedTensor.Zero;
                    if (x.Order[shape.Index(row, column, c, ChannelOrder.First)] != expected)
                        return null;
                }
        }
        return new SpatialView(x, height, width, top, left, maps, orders, channels);
    }

    // The second place of the first channel found in the part tells the two numberings apart.
    private static ChannelOrder OrderOf(int[] order, FeatureMap shape, int top, int left, int[] offsets, int part, FeatureMap map)
    {
        if (map.Height * map.Width == 1 || map.Channels == 1)
            return ChannelOrder.Last;
        for (int c = 0; c < shape.Channels; c++)
        {
            int unit = order[shape.Index(top, left, c, ChannelOrder.First)];
            int next = order[shape.Index(top + (map.Width > 1 ? 0 : 1), left + (map.Width > 1 ? 1 : 0), c, ChannelOrder.First)];
            if (unit >= offsets[part] && unit < offsets[part + 1])
                return next - unit == 1 ? ChannelOrder.First : ChannelOrder.Last;
        }
        return ChannelOrder.Last;
    }

    private static (int Top, int Bottom, int Left, int Right) Border(int[] order, FeatureMap shape)
    {
        int top = 0, bottom = 0, left = 0, right = 0;
        while (top < shape.Height - 1 && RowIsZero(top))
            top++;
        while (bottom < shape.Height - 1 - top && RowIsZero(shape.Height - 1 - bottom))
            bottom++;
        while (left < shape.Width - 1 && ColumnIsZero(left))
            left++;
        while (right < shape.Width - 1 - left && ColumnIsZero(shape.Width - 1 - right))
            right++;
        return (top, bottom, left, right);

        bool RowIsZero(int row) => Enumerable.Range(0, shape.Width).All(column => order[shape.Index(row, column, 0, ChannelOrder.First)] == FoldedTensor.Zero);
        bool ColumnIsZero(int column) => Enumerable.Range(0, shape.Height).All(row => order[shape.Index(row, column, 0, ChannelOrder.First)] == FoldedTensor.Zero);
    }
}
