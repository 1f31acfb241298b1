namespace SnnGen.Spiking.Layers;

/// <summary>Extents of a population with places and channels.</summary>
/// <param name="Height">Rows; 1 in one dimension.</param>
/// <param name="Width">Columns.</param>
/// <param name="Channels">Channels.</param>
public readonly record struct FeatureMap(int Height, int Width, int Channels)
{
    /// <summary>Number of neurons.</summary>
    public int Size => checked(Height * Width * Channels);

    /// <summary>Number of a neuron.</summary>
    public int Index(int row, int column, int channel, ChannelOrder order = ChannelOrder.Last) => order == ChannelOrder.Last
        ? (row * Width + column) * Channels + channel
        : (channel * Height + row) * Width + column;

    /// <summary>Place and channel of a neuron.</summary>
    public (int Row, int Column, int Channel) Locate(int index, ChannelOrder order) => order == ChannelOrder.Last
        ? (index / Channels / Width, index / Channels % Width, index % Channels)
        : (index / Width % Height, index % Width, index / Width / Height);
}
