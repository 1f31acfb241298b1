using System.Text;
using SnnGen.Conversion.Diagnostics;

namespace SnnGen.Tool.Caching;

/// <summary>What a conversion gives: the network and what the user is warned of, which the cache keeps together.</summary>
/// <param name="Network">The text of the .snn.json.</param>
/// <param name="Warnings">All about the model file, whose path is not kept: the cache serves copies of it elsewhere.</param>
public sealed record ConversionOutcome(string Network, IReadOnlyList<ConversionDiagnostic> Warnings)
{
    private const char WarningMark = '!';

    private static readonly DiagnosticDescriptor[] s_kinds = [DiagnosticDescriptors.CalibrationMissing, DiagnosticDescriptors.NotCertified, DiagnosticDescriptors.CannotSpike];

    /// <summary>The warnings, a marked line each, then the network.</summary>
    public string ToText()
    {
        var text = new StringBuilder();
        foreach (ConversionDiagnostic warning in Warnings)
            text.Append(WarningMark).Append(warning.Descriptor.Id).Append(' ').Append(warning.Message.ReplaceLineEndings(" ")).Append('\n');
        return text.Append(Network).ToString();
    }

    /// <summary>The inverse of <see cref="ToText"/>, for the model in <paramref name="modelFile"/>.</summary>
    public static ConversionOutcome FromText(string text, string modelFile)
    {
        var warnings = new List<ConversionDiagnostic>();
        int start = 0;
        while (start < text.Length && text[start] == WarningMark)
        {
            int end = text.IndexOf('\n', start);
            string[] parts = text[(start + 1)..end].Split(' ', 2);
            warnings.Add(new ConversionDiagnostic(s_kinds.Single(kind => kind.Id == parts[0]), modelFile, parts[1]));
            start = end + 1;
        }
        return new ConversionOutcome(text[start..], warnings);
    }
}
