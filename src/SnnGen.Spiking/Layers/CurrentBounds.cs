using SnnGen.Spiking.Numerics;

namespace SnnGen.Spiking.Layers;

/// <summary>How large the integer currents of a layer can become, bias left out.</summary>
public static class CurrentBounds
{
    /// <summary>
    /// One bound a channel (or neuron of a dense layer): Σ |w| times the largest input. A current never exceeds it, in
    /// magnitude, at any place of the channel.
    /// </summary>
    /// <param name="layer">A layer with integer weights.</param>
    public static long[] Of(SpikingLayer layer) => Of(layer, _ => true);

    /// <summary>The same of some of the layer's projections.</summary>
    /// <param name="layer">A layer with integer weights.</param>
    /// <param name="counts">Whether a projection counts.</param>
    public static long[] Of(SpikingLayer layer, Func<Projection, bool> counts)
    {
        var bounds = new long[layer.Projections[0].Connection is ConvolutionConnection c ? c.Window.Output.Channels : layer.Currents];
        foreach (Projection projection in layer.Projections.Where(counts))
        {
            Add(bounds, projection.Connection, (long)projection.SpikeWorth * (projection.Pooling?.Window.Taps ?? 1));
        }
        return bounds;
    }

    private static void Add(long[] bounds, Connection connection, long input)
    {
        EquatableArray<int> weights = ((IntegerTensor)connection.Weights).Values;
        if (connection is not ConvolutionConnection convolution)
        {
            for (int k = 0; k < weights.Count; k++)
                bounds[k % connection.Outputs % bounds.Length] += Math.Abs(weights[k]) * input;
            return;
        }
        int fanOut = convolution.FanOut, perChannel = convolution.Window.Taps * fanOut;
        for (int k = 0; k < weights.Count; k++)
            bounds[convolution.FirstOutput(k / perChannel) + (k % fanOut)] += Math.Abs(weights[k]) * input;
    }
}
