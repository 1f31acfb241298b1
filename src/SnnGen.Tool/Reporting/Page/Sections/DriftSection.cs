using System.Xml.Linq;
using static SnnGen.Tool.Reporting.Page.Parts;

namespace SnnGen.Tool.Reporting.Page.Sections;

/// <summary>How far the spikes of a quantised network of NIR moved.</summary>
internal static class DriftSection
{
    /// <summary>The section; null where nothing was quantised.</summary>
    public static XElement? Draw(ReportContent content) => content.Drift is not { } drift ? null : Section(
        "drift", "Spikes that moved",
        $"In other numbers spikes come and go. On {Words.Count(drift.Inputs)} calibration inputs {Words.Percent(drift.Agreement)} are decided as in single precision; a spike that comes a step later counts twice.",
        WideTable(
            ["Layer", "Spikes in single precision", "Spikes here", "Moved", "Share"],
            drift.Layers.Select(layer => new[] { layer.Name, Words.Count(layer.Before), Words.Count(layer.After), Words.Count(layer.Moved), Words.Percent(layer.Share) })));
}
