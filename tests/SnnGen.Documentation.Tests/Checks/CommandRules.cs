using System.Text.RegularExpressions;
using SnnGen.Documentation.Tests.Walk;
using SnnGen.Tool.Commands;

namespace SnnGen.Documentation.Tests.Checks;

/// <summary>What a command in a page may look like.</summary>
internal static partial class CommandRules
{
    private static readonly string[] s_free = ["cat", "cd", "cp", "curl", "export", "head", "ls", "mkdir", "qemu-aarch64-static", "scp", "ssh"];

    /// <summary>Throws where a command is not known, or would be refused.</summary>
    public static void Check(string[] command, PageFolder folder)
    {
        string[] arguments = command[1..];
        switch (command[0])
        {
            case "snngen":
                string[] errors = [.. SnnGenCommand.Create().Parse(arguments).Errors.Select(error => error.Message)];
                BlockException.ThrowUnless(errors.Length == 0, string.Join('\n', errors));
                break;
            case "dotnet":
                DotnetRules.Check(arguments, folder);
                break;
            case "apt-get":
                BlockException.ThrowUnless(
                    arguments is ["install", _, ..] && arguments[1..].All(PackageName().IsMatch), "apt-get install takes names of packages");
                break;
            case "python3":
                BlockException.ThrowUnless(arguments.Length > 0 && IsThere(arguments[0], folder), "python3 needs a program that is there");
                break;
            case "git":
                BlockException.ThrowUnless(arguments is ["clone", _] && arguments[1].StartsWith("https://", StringComparison.Ordinal), "only git clone is known");
                break;
            default:
                BlockException.ThrowUnless(s_free.Contains(command[0]), $"the command '{command[0]}' is not known");
                break;
        }
    }

    /// <summary>Whether a path is there, in the page's folder or in the repository.</summary>
    public static bool IsThere(string path, PageFolder folder) =>
        Path.Exists(folder.PathOf(path)) || Path.Exists(Path.Combine(RepositoryFolder.Root, path));

    [GeneratedRegex(@"^[a-z0-9][a-z0-9+.-]+$")]
    private static partial Regex PackageName();
}
