using System.Globalization;
using SnnGen.Generators.Tests.Differential.Drawing;
using SnnGen.Spiking;

namespace SnnGen.Generators.Tests.Differential.Covering;

/// <summary>Few networks that have all that many have. Their seeds are in a file, as choosing them takes a while.</summary>
internal static class CoveringSample
{
    private static string SeedFile => Path.Combine(RepositoryFolder.Root, "tests", "SnnGen.Generators.Tests", "Differential", "seeds.txt");

    /// <summary>The networks.</summary>
    public static IEnumerable<SpikingNetwork> Networks() =>
        File.ReadLines(SeedFile).Select(seed => AnyNetwork.Create(int.Parse(seed, CultureInfo.InvariantCulture)));

    /// <summary>Chooses anew: of so many seeds each whose network has a pair of features that none before has.</summary>
    public static void Choose(int seeds)
    {
        var coverage = new Coverage();
        IEnumerable<int> chosen = Enumerable.Range(0, seeds).Where(seed => coverage.Add(AnyNetwork.Create(seed)) > 0);
        File.WriteAllText(SeedFile, string.Concat(chosen.Select(seed => seed.ToString(CultureInfo.InvariantCulture) + "\n")));
    }
}
