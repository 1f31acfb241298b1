using SnnGen.Spiking.Numerics;

namespace SnnGen.Spiking.Layers;

/// <summary>How large the integer currents of a layer can become, bias left out.</summary>
public static class CurrentBounds
{
    /// <summary>
    /// One bound a channel where all projections are convolutions to as many channels, else one a current: Σ |w| times the largest
    /// input. A current never exceeds it, in magnitude, at any place of the channel.
    /// </summary>
    /// <param name="layer">A layer with integer weights.</param>
    public static long[] Of(SpikingLayer layer) => Of(layer, _ => true);

    /// <summary>The same of some of the layer's projections.</summary>
    /// <param name="layer">A layer with integer weights.</param>
    /// <param name="counts">Whether a projection counts.</param>
    public static long[] Of(SpikingLayer layer, Func<Projection, bool> counts)
    {
        int[] channels = [.. layer.Projections.Select(projection => Channels(projection.Connection)).Distinct()];
        var bounds = new long[channels.Length == 1 ? channels[0] : layer.Currents];
        foreach (Projection projection in layer.Projections.Where(counts))
        {
            long[] sums = Sums(projection.Connection);
            long input = (long)projection.SpikeWorth * (projection.Pooling?.Window.Taps ?? 1);
            for (int j = 0; j < bounds.Length; j++)
                bounds[j] += sums[j % sums.Length] * input;
        }
        return bounds;
    }

    private static int Channels(Connection connection) =>
        connection is ConvolutionConnection convolution ? convolution.Window.Output.Channels : connection.Outputs;

    private static long[] Sums(Connection connection)
    {
        var sums = new long[Channels(connection)];
        EquatableArray<int> weights = ((IntegerTensor)connection.Weights).Values;
        if (connection is not ConvolutionConnection convolution)
        {
            for (int k = 0; k < weights.Count; k++)
                sums[k % connection.Outputs] += Math.Abs((long)weights[k]);
            return sums;
        }
        int fanOut = convolution.FanOut, perChannel = convolution.Window.Taps * fanOut;
        for (int k = 0; k < weights.Count; k++)
            sums[convolution.FirstOutput(k / perChannel) + (k % fanOut)] += Math.Abs((long)weights[k]);
        return sums;
    }
}
