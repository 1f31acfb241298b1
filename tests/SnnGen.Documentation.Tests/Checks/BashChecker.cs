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
        string[][] commands = [.. ShellText.Commands(block.Text)];
        foreach (string[] command in commands)
            CommandRules.Check(command, folder);
        if (!block.Hints.Run)
            return null;
        string output = Run(block.Text, folder);
        if (commands.Any(command => command is ["dotnet", "build" or "publish", ..]))
            folder.Unbuilt.Clear();
        return output;
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
