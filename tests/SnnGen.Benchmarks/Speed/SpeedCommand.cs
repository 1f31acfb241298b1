using System.CommandLine;
using SnnGen.Benchmarks.Speed.Native;

namespace SnnGen.Benchmarks.Speed;

/// <summary>The command <c>speed</c>.</summary>
internal static class SpeedCommand
{
    private const double DefaultSeconds = 15;

    public static Command Create()
    {
        var only = new Option<string[]>("--only") { Description = "Networks to time, by name; all without it.", AllowMultipleArgumentsPerToken = true };
        var seconds = new Option<double>("--seconds") { Description = "Seconds a network.", DefaultValueFactory = _ => DefaultSeconds };
        var command = new Command("speed", "Microseconds an image: generated classes, the same networks in C, ONNX Runtime and plain C#.") { only, seconds };
        command.SetAction(parsed => Run(parsed.GetValue(only)!, parsed.GetValue(seconds)));
        return command;
    }

    private static int Run(string[] only, double seconds)
    {
        if (BenchmarkNetworks.Missing is { } reason)
        {
            Console.Error.WriteLine($"Nothing is timed: {reason}.");
            return 1;
        }
        if (NativeCode.Missing is { } missing)
            Console.Error.WriteLine($"Without C kernels: {missing}.");
        SpeedTable.Write(Console.Out, only, seconds);
        return 0;
    }
}
