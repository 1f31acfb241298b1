using Microsoft.Build.Framework;
using SnnGen.Tasks.Metadata;

namespace SnnGen.Tasks.Models;

/// <summary>Metadata that do nothing, or contradict one another, in the item that has them.</summary>
internal static class MetadataCombinations
{
    /// <summary>Each problem, with the metadata that it is about.</summary>
    public static IEnumerable<(string Metadata, string Problem)> ProblemsOf(ITaskItem item) => [.. OfKind(item), .. OfNumbers(item), .. OfReport(item)];

    /// <summary>Whether early exits of this rule have a margin.</summary>
    public static bool HasMargin(string? exit) => SnnModelMetadata.Confident.Equals(exit, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<(string Metadata, string Problem)> OfKind(ITaskItem item)
    {
        foreach (string name in SnnModelMetadata.All.Select(definition => definition.Name).Where(name => item.Value(name) is not null))
        {
            if (item.IsNir() && !SnnModelMetadata.OfNir.Contains(name))
                yield return (name, $"{name} would convert an ANN, but a .nir network is a spiking one already; remove {name}");
            if (!item.IsNir() && SnnModelMetadata.OnlyOfNir.Contains(name))
                yield return (name, $"{name} is of .nir networks, not of this model; remove {name}");
        }
    }

    private static IEnumerable<(string Metadata, string Problem)> OfNumbers(ITaskItem item)
    {
        if (item.Value(SnnModelMetadata.Weights) is not null && item.Value(SnnModelMetadata.Variants) is not null)
            yield return (SnnModelMetadata.Weights, "Weights and Variants are both given; remove Weights, or put its value first in Variants");
        if (item.Value(SnnModelMetadata.ExitMargin) is not null && !HasMargin(item.Value(SnnModelMetadata.Exit)))
            yield return (SnnModelMetadata.ExitMargin, "ExitMargin is given, but the exit has none; add Exit=\"Confident\" or remove ExitMargin");
        foreach (string leak in SnnModelMetadata.Leaks.Where(leak => item.Value(leak) is not null))
        {
            if (SnnModelMetadata.HasLeak(item.Value(SnnModelMetadata.Neuron) ?? "", leak))
                continue;
            string neuron = leak == SnnModelMetadata.SynapticLeak ? "CubaLIF" : "LIF";
            yield return (leak, $"{leak} is given, but the neuron has none; add Neuron=\"{neuron}\" or remove {leak}");
        }
    }

    private static IEnumerable<(string Metadata, string Problem)> OfReport(ITaskItem item)
    {
        bool hasReport = "true".Equals(item.Value(SnnModelMetadata.Report), StringComparison.OrdinalIgnoreCase);
        foreach (string name in SnnModelMetadata.OfReport.Where(name => !hasReport && item.Value(name) is not null))
            yield return (name, $"{name} is given, but no report is asked for; add Report=\"true\" or remove {name}");
        if (item.Value(SnnModelMetadata.TestLabels) is not null && item.Value(SnnModelMetadata.TestInputs) is null)
            yield return (SnnModelMetadata.TestLabels, "TestLabels is given, but not the inputs they belong to; add TestInputs or remove TestLabels");
    }
}
