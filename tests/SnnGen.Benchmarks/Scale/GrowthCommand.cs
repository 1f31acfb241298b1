using System.CommandLine;

namespace SnnGen.Benchmarks.Scale;

/// <summary>The command <c>scale</c>.</summary>
internal static class GrowthCommand
{
    public static Command Create()
    {
        var only = new Option<string[]>("--only") { AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [], Description = "neurons, synapses, samples or T" };
        only.AcceptOnlyFromAmong([.. GrowthAxis.All.Select(axis => axis.Name.Split(' ', ',')[0])]);
        var command = new Command("scale", "How conversion and compilation grow with neurons, synapses, samples and T.") { only };
        command.SetAction(parsed => GrowthTable.Write(Console.Out, parsed.GetValue(only)!));
        return command;
    }
}
