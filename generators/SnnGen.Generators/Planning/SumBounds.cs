using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Generators.Planning;

/// <summary>What sums of weights can become, whatever the order in which they are added.</summary>
internal static class SumBounds
{
    /// <summary>
    /// Whether every partial sum of weights times inputs of 0 to <paramref name="largestInput"/> fits 16 bits: the positive
    /// weights of an output alone, and the negative ones alone, must.
    /// </summary>
    public static bool FitShort(Connection connection, long largestInput)
    {
        int outputs = connection is ConvolutionConnection c ? c.Window.Output.Channels : connection.Outputs;
        var positive = new long[outputs];
        var negative = new long[outputs];
        EquatableArray<int> weights = ((IntegerTensor)connection.Weights).Values;
        // A convolution of one group and a dense layer alike keep the outputs of an input together.
        for (int k = 0; k < weights.Count; k++)
            (weights[k] > 0 ? positive : negative)[k % outputs] += weights[k];
        return positive.Max() * largestInput <= short.MaxValue && negative.Min() * largestInput >= short.MinValue;
    }
}
