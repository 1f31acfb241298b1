using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Conversion.Nir.Quantization;

/// <summary>The weights of a layer by the channel that they drive, each with the rate at which it is used.</summary>
internal sealed class SynapseTable
{
    /// <summary>A weight: where it lies, what it is, and how often it acts, in a step.</summary>
    public readonly record struct Entry(int Projection, int Index, double Weight, double Rate);

    private readonly List<Entry>[] _channels;

    public SynapseTable(SpikingLayer layer, LayerRates rates)
    {
        _channels = [.. Enumerable.Range(0, layer.Channels).Select(_ => new List<Entry>())];
        for (int p = 0; p < layer.Projections.Count; p++)
            Add(layer.Projections[p], p, rates.Of(layer.Projections[p]));
    }

    /// <summary>The weights of a channel.</summary>
    public IReadOnlyList<Entry> Of(int channel) => _channels[channel];

    private void Add(Projection projection, int index, double[] rates)
    {
        EquatableArray<float> weights = ((Float32Tensor)projection.Connection.Weights).Values;
        if (projection.Connection is not ConvolutionConnection convolution)
        {
            int outputs = projection.Connection.Outputs;
            for (int k = 0; k < weights.Count; k++)
                Put(k % outputs, new Entry(index, k, weights[k], rates[k / outputs]));
            return;
        }
        int fanOut = convolution.FanOut, perChannel = convolution.Window.Taps * fanOut, channels = convolution.Window.Input.Channels;
        double[] mean = [.. Enumerable.Range(0, channels).Select(channel => MeanRate(rates, projection, channel, channels))];
        for (int k = 0; k < weights.Count; k++)
            Put(convolution.FirstOutput(k / perChannel) + k % fanOut, new Entry(index, k, weights[k], mean[k / perChannel]));
    }

    private void Put(int output, Entry entry) => _channels[output % _channels.Length].Add(entry);

    private static double MeanRate(double[] rates, Projection projection, int channel, int channels)
    {
        int places = rates.Length / channels;
        bool isFirst = projection.Order == ChannelOrder.First && projection.Pooling is null;
        return Enumerable.Range(0, places).Average(place => rates[isFirst ? channel * places + place : place * channels + channel]);
    }
}
