using System.CommandLine;
using SnnGen.Benchmarks.Speed.Native;
using SnnGen.Benchmarks.Text;

namespace SnnGen.Benchmarks.Speed;

/// <summary>The command <c>speed</c>: a table in under two minutes.</summary>
internal static class SpeedCommand
{
    private const double DefaultSeconds = 15;

    public static Command Create()
    {
        Option<string[]> only = SpeedOptions.Only();
        Option<bool> writeDocs = SpeedOptions.WriteDocs();
        var seconds = new Option<double>("--seconds") { Description = "Seconds a network.", DefaultValueFactory = _ => DefaultSeconds };
        var command = new Command("speed", "Microseconds an image: generated classes, the same networks in C, ONNX Runtime and plain C#.")
        {
            only, seconds, writeDocs,
        };
        command.SetAction(parsed => SpeedOptions.Run(() =>
        {
            if (NativeCode.Missing is { } missing)
                Console.Error.WriteLine($"Without rows of the C kernels: {missing}.");
            DocumentedTable.Write(
                "speed", parsed.GetValue(writeDocs), writer => SpeedTable.Write(writer, parsed.GetValue(only)!, parsed.GetValue(seconds)));
        }));
        return command;
    }
}
