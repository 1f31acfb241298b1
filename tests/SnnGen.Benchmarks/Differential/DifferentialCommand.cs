using System.CommandLine;

namespace SnnGen.Benchmarks.Differential;

/// <summary>The command <c>differential</c>.</summary>
internal static class DifferentialCommand
{
    public static Command Create()
    {
        var count = new Option<int>("--count") { Description = "Networks.", DefaultValueFactory = _ => 5000 };
        var seed = new Option<int>("--seed") { Description = "Seed of the first; each has the next.", DefaultValueFactory = _ => 1 };
        var batch = new Option<int>("--batch") { Description = "Networks of one compilation.", DefaultValueFactory = _ => 50 };
        var output = new Option<DirectoryInfo>("--output") { Description = "Where networks that differ are written.", DefaultValueFactory = _ => new DirectoryInfo("mismatches") };
        var replay = new Option<FileInfo?>("--replay") { Description = "Compares the network of this .snn.json alone, with the inputs of --seed." };
        var command = new Command("differential", "Generated classes of random networks against the reference simulator, bit for bit.") { count, seed, batch, output, replay };
        command.SetAction(parsed => parsed.GetValue(replay) is { } file
            ? DifferentialRun.Replay(file, parsed.GetValue(seed), Console.Out)
            : new DifferentialRun(parsed.GetValue(seed), parsed.GetValue(batch), parsed.GetValue(output)!, Console.Out).Compare(parsed.GetValue(count)));
        return command;
    }
}
