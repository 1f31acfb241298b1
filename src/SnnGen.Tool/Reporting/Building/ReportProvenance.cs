using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SnnGen.Tasks.Models;
using SnnGen.Tool.Caching;
using SnnGen.Tool.Commands;

namespace SnnGen.Tool.Reporting.Building;

/// <summary>The settings and files that a report was made from. Paths are left out: they differ from machine to machine.</summary>
internal static class ReportProvenance
{
    // A folder of images is one entry.
    private const int MostFiles = 8;

    // Neither changes the network or what is measured.
    private static readonly string[] s_omitted = ["--help", "--version", "--threads", "--output", "--cache", "--report", "--export-nir", "--shape-only"];

    /// <summary>Name and value of each option, defaults included; of files their names.</summary>
    public static IEnumerable<(string Name, string Value)> Settings(ParseResult parsed)
    {
        yield return ("snngen", ModelConversion.Version);
        foreach (Option option in parsed.CommandResult.Command.Options.Where(option => !s_omitted.Contains(option.Name)))
        {
            OptionResult? given = parsed.GetResult(option);
            string value = given is { Implicit: false }
                ? string.Join(" ", given.Tokens.Select(token => File.Exists(token.Value) ? Path.GetFileName(token.Value) : token.Value))
                : option.HasDefaultValue ? Convert.ToString(option.GetDefaultValue(), CultureInfo.InvariantCulture) ?? "" : "";
            if (value.Length > 0)
                yield return (option.Name.TrimStart('-'), value);
        }
    }

    /// <summary>Name and SHA-256 of each file, the network itself first.</summary>
    public static IEnumerable<(string Name, string Hash)> Files(ConvertedModel model, ConversionSettings settings, ParseResult parsed, ReportOptions options)
    {
        string file = parsed.GetRequiredValue(settings.Model);
        yield return ("the spiking network (.snn.json)", Hash(model.Outcome.Network));
        string[] sources = [file, .. ExternalWeights.Of(file), .. settings.Files(parsed)];
        string[] all = [.. sources, .. new[] { options.Inputs, options.Labels }.OfType<string>().SelectMany(Expand)];
        if (all.Length <= MostFiles)
        {
            foreach (string one in all)
                yield return (Path.GetFileName(one), ContentHash.OfFile(one));
            yield break;
        }
        yield return (Path.GetFileName(file), ContentHash.OfFile(file));
        yield return ($"{all.Length - 1} other files, together", Hash(string.Join('\n', all.Skip(1).Select(ContentHash.OfFile))));
    }

    private static IEnumerable<string> Expand(string path) =>
        Directory.Exists(path) ? Directory.GetFiles(path).Order(StringComparer.Ordinal) : [path];

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
