using SnnGen.Tool.Evaluation;

namespace SnnGen.Tool.Reporting.Building;

/// <summary>What a report is measured on, and which curves it has.</summary>
/// <param name="Inputs">Test inputs; null for the calibration inputs.</param>
/// <param name="Labels">Their classes, or null.</param>
/// <param name="Limit">Most inputs, or 0 for all.</param>
internal sealed record ReportOptions(string? Inputs, string? Labels, int Limit)
{
    /// <summary>T of each point of the curve over time; none for no curve.</summary>
    public IReadOnlyList<int> TimeSteps { get; init; } = [];

    /// <summary>Share of the neurons of each point of the pruning curve; none for no curve.</summary>
    public IReadOnlyList<double> Keep { get; init; } = [];

    /// <summary>The test data, or null where there are none.</summary>
    public LabelledData? ReadTestData() => Inputs is null ? null : LabelledData.Read(Inputs, Labels, Limit);

    /// <summary>How many of <paramref name="count"/> calibration inputs are taken.</summary>
    public int Of(int count) => Limit == 0 ? count : Math.Min(Limit, count);
}
