using SnnGen.Generators.Tests.Networks;
using SnnGen.Spiking;
using SnnGen.Spiking.NetworkFile;

namespace SnnGen.Generators.Tests.Differential.Drawing;

/// <summary>
/// Valid networks of everything that a network file can say: those that other tests draw, changed here and there. The same seed
/// gives the same network.
/// </summary>
internal static class AnyNetwork
{
    private const int LargestChanges = 14;

    private static readonly Func<SpikingNetwork, Random, SpikingNetwork>[] s_changes =
        [.. NetworkChanges.All, .. LayerChanges.All, .. RecurrenceChanges.All, .. NeuronChanges.All, .. ProjectionChanges.All, .. WindowChanges.All];

    public static SpikingNetwork Create(int seed)
    {
        // Seeds that a generator made itself would go with its other numbers.
        var random = new Random(Mixed(seed));
        int start = Mixed(~seed);
        SpikingNetwork network = random.Next(10) switch
        {
            < 5 => RandomNetwork.Create(start),
            < 8 => RandomHeterogeneousNetwork.Create(start),
            _ => RandomLoihiNetwork.Create(start),
        };
        for (int change = random.Next(LargestChanges + 1); change > 0; change--)
            network = Changed(network, s_changes[random.Next(s_changes.Length)], random);
        return network;
    }

    private static int Mixed(int seed)
    {
        uint x = unchecked((uint)seed * 0x9E3779B9u);
        x = unchecked((x ^ x >> 15) * 0x85EBCA6Bu);
        return (int)((x ^ x >> 13) & int.MaxValue);
    }

    // What does not fit the rest of the network is not changed.
    private static SpikingNetwork Changed(SpikingNetwork network, Func<SpikingNetwork, Random, SpikingNetwork> change, Random random)
    {
        SpikingNetwork changed = change(network, random);
        try
        {
            NetworkValidator.Validate(changed);
            return changed;
        }
        catch (NetworkFileException)
        {
            return network;
        }
    }
}
