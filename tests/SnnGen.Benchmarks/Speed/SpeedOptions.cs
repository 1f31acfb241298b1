using System.CommandLine;

namespace SnnGen.Benchmarks.Speed;

/// <summary>What the commands have in common that need the generated classes.</summary>
internal static class SpeedOptions
{
    public static Option<string[]> Only() => new("--only")
    {
        Description = $"Networks, by name: {string.Join(", ", BenchmarkNetworks.All.Select(network => network.Name))}; all without it.",
        AllowMultipleArgumentsPerToken = true,
    };

    public static Option<bool> WriteDocs() => new("--write-docs") { Description = "Put the table into docs/benchmarks.md too." };

    /// <summary>Runs what needs the networks, or says why it cannot.</summary>
    public static int Run(Action action)
    {
        if (BenchmarkNetworks.Missing is { } reason)
        {
            Console.Error.WriteLine($"Nothing is measured: {reason}.");
            return 1;
        }
        action();
        return 0;
    }
}
