using SnnGen.Tasks.Diagnostics;

namespace SnnGen.Tool.Commands;

/// <summary>Names each layer as its conversion begins, on a terminal; silent in a log.</summary>
internal sealed class ConsoleProgress : IProgress<string>
{
    /// <inheritdoc/>
    public void Report(string value)
    {
        if (!Console.IsErrorRedirected)
            Console.Error.WriteLine($"converting layer {OneLine.Of(value)}");
    }
}
