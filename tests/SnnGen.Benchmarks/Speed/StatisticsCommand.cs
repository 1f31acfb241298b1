using System.CommandLine;

namespace SnnGen.Benchmarks.Speed;

/// <summary>The command <c>bdn</c>.</summary>
internal static class StatisticsCommand
{
    public static Command Create()
    {
        Option<string[]> only = SpeedOptions.Only();
        var command = new Command("bdn", "The contenders of speed in BenchmarkDotNet, with statistics and memory of each.") { only };
        command.SetAction(parsed => SpeedOptions.Run(() => Statistics.Run(parsed.GetValue(only)!)));
        return command;
    }
}
