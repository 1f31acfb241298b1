using SnnGen.Documentation.Tests.Building;
using SnnGen.Documentation.Tests.Walk;

namespace SnnGen.Documentation.Tests.Checks;

/// <summary>Command lines of <c>dotnet</c>: a known command, a project that is there, options and properties that exist.</summary>
internal static class DotnetRules
{
    private static readonly string[] s_verbs = ["add", "build", "clean", "new", "pack", "publish", "restore", "run", "test", "tool"];
    private static readonly string[] s_ofProjects = ["build", "pack", "publish", "restore", "test"];
    private static readonly string[] s_options = ["-c", "-o", "-r", "--filter", "--project", "--source"];
    private static readonly string[] s_flags = ["--global", "--no-build", "--no-restore"];
    private const string PropertyOption = "-p:";

    /// <summary>Throws where a command line would be refused.</summary>
    /// <param name="arguments">What follows <c>dotnet</c>.</param>
    /// <param name="folder">The folder of the page.</param>
    public static void Check(string[] arguments, PageFolder folder)
    {
        BlockException.ThrowUnless(arguments.Length > 0 && s_verbs.Contains(arguments[0]), $"dotnet has no '{arguments.FirstOrDefault()}'");
        // What follows "--" is the program's.
        var words = new Queue<string>(arguments.Skip(1).TakeWhile(word => word != "--"));
        bool isFirst = true;
        while (words.TryDequeue(out string? word))
        {
            if (word.StartsWith(PropertyOption, StringComparison.Ordinal))
                CheckProperty(word[PropertyOption.Length..].Split('=')[0]);
            else if (s_options.Contains(word))
                CheckValue(arguments[0], word, words, folder);
            else if (word.StartsWith('-'))
                BlockException.ThrowUnless(s_flags.Contains(word), $"the option '{word}' of dotnet is not known");
            else if (isFirst && s_ofProjects.Contains(arguments[0]))
                CheckPath(word, folder);
            isFirst = false;
        }
    }

    private static void CheckValue(string verb, string option, Queue<string> words, PageFolder folder)
    {
        BlockException.ThrowUnless(words.TryDequeue(out string? value), $"'{option}' has no value");
        // What a template makes is there for the commands that follow.
        if (verb == "new" && option == "-o")
            Directory.CreateDirectory(folder.PathOf(value!));
        if (option == "--project")
            CheckPath(value!, folder);
    }

    private static void CheckProperty(string name) =>
        BlockException.ThrowUnless(BuildProperties.Contains(name), $"no build knows the property '{name}'");

    private static void CheckPath(string path, PageFolder folder) =>
        BlockException.ThrowUnless(CommandRules.IsThere(path, folder), $"'{path}' is not there");
}
