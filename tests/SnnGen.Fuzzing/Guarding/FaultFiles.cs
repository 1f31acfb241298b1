using SnnGen.Fuzzing.Targets;

namespace SnnGen.Fuzzing.Guarding;

/// <summary>Keeps what found a fault, for a replay.</summary>
internal static class FaultFiles
{
    /// <summary>Where tests leave them.</summary>
    public static string Folder => Path.Combine(RepositoryFolder.Root, "artifacts", "fuzzing");

    /// <summary>Writes and prints every fault; true where there is none.</summary>
    public static bool Write(string folder, IFuzzTarget target, IReadOnlyList<Fault> faults)
    {
        if (faults.Count > 0)
            Directory.CreateDirectory(folder);
        for (int i = 0; i < faults.Count; i++)
        {
            string file = Path.Combine(folder, $"{target.Name}-{i}");
            File.WriteAllBytes(file, faults[i].Input);
            File.WriteAllText(file + ".txt", faults[i].Details);
            Console.WriteLine($"fault of {target.Name}, {file}: {faults[i].Details}");
        }
        return faults.Count == 0;
    }
}
