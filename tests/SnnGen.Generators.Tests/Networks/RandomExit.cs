using SnnGen.Spiking;
using SnnGen.Spiking.NetworkFile;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Generators.Tests.Networks;

/// <summary>Draws when an inference ends.</summary>
internal static class RandomExit
{
    /// <summary>The network with such an exit; without one where it cannot have that which was drawn.</summary>
    public static SpikingNetwork Add(SpikingNetwork network, Random random)
    {
        EarlyExit exit = random.Next(4) switch
        {
            0 => EarlyExit.Exact,
            1 => EarlyExit.Confident(network.Arithmetic is FixedPointArithmetic ? random.Next(1, 500) : random.NextDouble()),
            _ => EarlyExit.Never,
        };
        SpikingNetwork exiting = network with { Output = network.Output with { Exit = exit } };
        try
        {
            NetworkValidator.Validate(exiting);
            return exiting;
        }
        catch (NetworkFileException)
        {
            return network;
        }
    }
}
