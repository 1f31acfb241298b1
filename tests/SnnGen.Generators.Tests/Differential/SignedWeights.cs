using SnnGen.Generators.Tests.Networks;
using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Numerics;
using SnnGen.Spiking.Simulation;
using static SnnGen.Generators.Tests.Networks.TensorOf;

namespace SnnGen.Generators.Tests.Differential;

/// <summary>Weights of a fully connected layer about as large as 16 bits hold the sums of, and the inputs that reach these sums.</summary>
internal static class SignedWeights
{
    public const int Inputs = 400, Outputs = 20;

    private const int Full = 258;

    /// <summary>The first output has positive weights that sum to 32767 and the second negative ones that sum to −32768, or one more.</summary>
    public static int[] AtTheEnds(int beyond)
    {
        var weights = new int[Inputs * Outputs];
        for (int i = 0; i < Full; i++)
            (weights[i * Outputs], weights[i * Outputs + 1]) = (127, -127);
        weights[Full * Outputs] = 1 + Math.Max(0, beyond);
        weights[Full * Outputs + 1] = -2 + Math.Min(0, beyond);
        for (int i = Full + 1; i < Inputs; i++)
            (weights[i * Outputs], weights[i * Outputs + 1]) = (-100, 100);
        return weights;
    }

    /// <summary>Sums on both sides of 16 bits; some outputs have weights of one sign.</summary>
    public static int[] Random(int seed)
    {
        var random = new Random(seed);
        int largest = random.Next(60, 128), share = random.Next(60, 101);
        return [.. Enumerable.Range(0, Inputs * Outputs).Select(k => random.Next(100) >= share ? 0 : (k % Outputs % 3) switch
        {
            0 => random.Next(largest * 3 / 4, largest + 1),
            1 => -random.Next(0, largest + 1),
            _ => random.Next(-largest, largest + 1),
        })];
    }

    /// <summary>The sum, in 16 bits, of the inputs with weights of one sign, one after the other.</summary>
    public static short Attack(int[] weights, int output, int sign)
    {
        short sum = 0;
        for (int i = 0; i < Inputs; i++)
            sum = checked((short)(sum + (Math.Sign(weights[i * Outputs + output]) == sign ? weights[i * Outputs + output] : 0)));
        return sum;
    }

    /// <summary>The same without a limit.</summary>
    public static long Sum(int[] weights, int output, int sign) =>
        Enumerable.Range(0, Inputs).Select(i => (long)weights[i * Outputs + output]).Where(weight => Math.Sign(weight) == sign).Sum();

    /// <summary>Inputs with positive weights to an output spike together, then those with negative ones, and so on.</summary>
    public static SpikeRaster Alternating(SpikingNetwork network, int output)
    {
        EquatableArray<int> weights = ((IntegerTensor)network.Layers[0].Projections[0].Connection.Weights).Values;
        var raster = new SpikeRaster(network.TimeSteps, Inputs);
        for (int step = 0; step < network.TimeSteps; step++)
            for (int i = 0; i < Inputs; i++)
                raster[step, i] = Math.Sign(weights[i * Outputs + output]) == (step % 2 == 0 ? 1 : -1);
        return raster;
    }

    /// <summary>A network of that one layer, whose input are spikes.</summary>
    public static SpikingNetwork Network(int[] weights)
    {
        SpikingNetwork network = TinyNetwork.Readout(Inputs, Outputs);
        SpikingLayer layer = network.Layers[0] with
        {
            Projections = new([new Projection(-1, ChannelOrder.Last, null, new DenseConnection(Inputs, Outputs, Bytes(weights))) { SpikeWorth = 1 }]),
        };
        return network with { Input = network.Input with { Encoding = InputEncoding.Events }, Layers = new([layer]), TimeSteps = 6 };
    }
}
