using System.Text.RegularExpressions;
using SnnGen.Tasks.Models;

namespace SnnGen.Tasks.Diagnostics;

/// <summary>
/// A complaint of the converter about what the item says. The converter knows no project file and names the model;
/// what is to be changed is the item.
/// </summary>
/// <param name="Kind">Which kind.</param>
/// <param name="Message">What is wrong, with the model's name.</param>
internal sealed record ConverterComplaint(TaskDiagnostic Kind, string Message)
{
    private const string UnknownChip = "SNN1014";

    /// <summary>Labels that do not fit, settings, missing calibration, the chip's name, and a chip that is too small.</summary>
    private static readonly string[] s_idsOfSettings = ["SNN1007", "SNN1008", "SNN1009", UnknownChip, "SNN1015"];

    private static readonly Regex s_canonical = new(@"^\s*(?<origin>.*?) : (?<kind>error|warning) (?<id>SNN\d{4}): (?<message>.*)$");

    /// <summary>The complaint in a line of the converter, or null where it is about a file, which it names itself, or about nothing.</summary>
    public static ConverterComplaint? AboutItem(NetworkItem network, string line)
    {
        Match match = s_canonical.Match(line);
        string id = match.Groups["id"].Value, origin = match.Groups["origin"].Value;
        // Data and chip profiles that are at fault are named as files; of a chip that is not known there is only the name.
        bool isOfItem = origin == network.ModelPath || (id == UnknownChip && !origin.EndsWith(".json", StringComparison.OrdinalIgnoreCase));
        if (!isOfItem || network.Position.File is null || !s_idsOfSettings.Contains(id))
            return null;
        return new ConverterComplaint(
            new TaskDiagnostic(id, "A complaint of the converter", match.Groups["kind"].Value == "warning"),
            $"{network.ModelPath}: {match.Groups["message"].Value}");
    }
}
