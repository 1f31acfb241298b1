using SnnGen.Benchmarks.Speed.Native;
using SnnGen.Spiking;
using SnnGen.Spiking.Simulation;

namespace SnnGen.Benchmarks.Speed;

/// <summary>Nothing is timed that computes something else: class and potentials must be those of the reference simulator.</summary>
internal static class EqualityCheck
{
    private const int SimulatedImages = 3;

    public static void Require(SpikingNetwork network, GeneratedContender generated, NativeContender native, TestImages images)
    {
        var simulator = new ReferenceSimulator(network);
        for (int image = 0; image < images.Count; image++)
        {
            (int Class, int[] Potentials) expected = generated.Outcome(image);
            if (image < SimulatedImages)
            {
                SimulationResult simulated = simulator.Run(images.Bytes(image));
                Require(generated, image, (simulated.Class, [.. simulated.Potentials.Select(v => (int)v)]), expected);
            }
            Require(native, image, expected, native.Outcome(image));
        }
    }

    private static void Require(Contender contender, int image, (int Class, int[] Potentials) expected, (int Class, int[] Potentials) found)
    {
        if (expected.Class != found.Class || !expected.Potentials.AsSpan().SequenceEqual(found.Potentials))
        {
            throw new InvalidOperationException(
                $"{contender.Kind} {contender.Network} ({contender.Setting}), image {image}: potentials {string.Join(' ', found.Potentials)}"
                + $" in place of {string.Join(' ', expected.Potentials)}");
        }
    }
}
