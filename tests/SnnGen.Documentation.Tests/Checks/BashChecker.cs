using SnnGen.Documentation.Tests.Building;
using SnnGen.Documentation.Tests.Markdown;
using SnnGen.Documentation.Tests.Walk;

namespace SnnGen.Documentation.Tests.Checks;

/// <summary>Every command is one that is there, with options that it has; and the block is run where the page asks for it.</summary>
internal sealed class BashChecker : IBlockChecker
{
    private const string WhereTheShellEnds = "SHELL_ENDS_IN";

    public string Language => "bash";

    public string? Check(CodeBlock block, PageFolder folder)
    {
        foreach (string[] command in ShellText.Commands(block.Text))
            CommandRules.Check(command, folder);
        return block.Hints.Run ? Run(block.Text, folder) : null;
    }

    private static string Run(string text, PageFolder folder)
    {
        string end = Path.Combine(folder.Tools.Folder, "end");
        string path = $"{folder.Tools.Folder}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}";
        string output = Command.Run(
            folder.Current, [("PATH", path), (WhereTheShellEnds, end)], "bash", "-euo", "pipefail", "-c", $"{text}\npwd > \"${WhereTheShellEnds}\"");
        folder.Current = File.ReadAllText(end).TrimEnd('\n');
        return output;
    }
}
