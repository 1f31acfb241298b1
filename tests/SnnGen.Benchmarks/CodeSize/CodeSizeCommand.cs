using System.CommandLine;
using SnnGen.Benchmarks.Speed;
using SnnGen.Benchmarks.Text;

namespace SnnGen.Benchmarks.CodeSize;

/// <summary>The command <c>code-size</c>.</summary>
internal static class CodeSizeCommand
{
    public static Command Create()
    {
        Option<string[]> only = SpeedOptions.Only();
        Option<bool> writeDocs = SpeedOptions.WriteDocs();
        var command = new Command("code-size", "Bytes that a network adds to an app: generated code and weights.") { only, writeDocs };
        command.SetAction(parsed => SpeedOptions.Run(() => DocumentedTable.Write(
            "code-size", parsed.GetValue(writeDocs), writer => CodeSizeTable.Write(writer, parsed.GetValue(only)!))));
        return command;
    }
}
