using System.CommandLine;

namespace SnnGen.Benchmarks.Scale;

/// <summary>The commands <c>models</c> and <c>solution</c>.</summary>
internal static class ProjectsCommand
{
    public static Command CreateModels() =>
        Create("models", 200, "Models", "One project with many models: its builds, and what a changed model costs.", ProjectsTable.WriteModels);

    public static Command CreateSolution() =>
        Create("solution", 50, "Projects", "A solution of many projects with a model each, built side by side.", ProjectsTable.WriteSolution);

    private static Command Create(string name, int most, string what, string description, Action<TextWriter, int> write)
    {
        var count = new Option<int>("--count") { DefaultValueFactory = _ => most, Description = what };
        var command = new Command(name, description) { count };
        command.SetAction(parsed => write(Console.Out, parsed.GetValue(count)));
        return command;
    }
}
