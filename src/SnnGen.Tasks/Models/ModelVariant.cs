using System.Security.Cryptography;
using System.Text;
using SnnGen.Tasks.Metadata;

namespace SnnGen.Tasks.Models;

/// <summary>One class to generate: a model in one number format.</summary>
/// <param name="ClassName">Name of the class.</param>
/// <param name="Options">All options of the converter, in a fixed order.</param>
internal sealed record ModelVariant(string ClassName, IReadOnlyList<KeyValuePair<string, string>> Options)
{
    private const int HashBytes = 6;

    // A name of a file has at most 255 bytes on most systems, and those of records and reports are longer than this one.
    private const int MostCharacters = 60;

    private const string NetworkExtension = ".snn.json";
    private const string ReportExtension = ".html";

    /// <summary>Options of the converter and their values, alternating.</summary>
    public string[] Arguments => [.. Options.SelectMany(option => new[] { option.Key, option.Value })];

    /// <summary>The variants of a model, in the order in which its formats are given.</summary>
    public static IEnumerable<ModelVariant> Of(ModelSettings settings) => settings.Formats.Select((format, index) =>
        new ModelVariant(
            settings.ClassName + (index == 0 ? "" : char.ToUpperInvariant(format[0]) + format.Substring(1)),
            [.. settings.Options, new KeyValuePair<string, string>("--weights", format)]));

    /// <summary>
    /// Name of the file that the conversion makes. It depends on everything that is asked for, so that a changed setting
    /// makes a new file and a setting that is switched back finds its old one; and on the profile, since the file is an
    /// item of its own for each.
    /// </summary>
    public string OutputName(string modelPath, string version, string profile)
    {
        var text = new StringBuilder().Append(version).Append('\n').Append(modelPath).Append('\n');
        foreach (KeyValuePair<string, string> option in Options)
            text.Append(option.Key).Append(' ').Append(option.Value).Append('\n');
        if (profile != SnnModelMetadata.ModernProfile)
            text.Append(profile).Append('\n');
        using var sha = SHA256.Create();
        byte[] hash = sha.ComputeHash(Encoding.UTF8.GetBytes(text.ToString()));
        string hex = string.Concat(hash.Take(HashBytes).Select(b => b.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
        string stem = Path.GetFileNameWithoutExtension(modelPath);
        return $"{(stem.Length > MostCharacters ? stem.Substring(0, char.IsHighSurrogate(stem[MostCharacters - 1]) ? MostCharacters - 1 : MostCharacters) : stem)}.{hex}{NetworkExtension}";
    }

    /// <summary>The files that the converter writes beside <paramref name="output"/>.</summary>
    public IEnumerable<string> Companions(string output)
    {
        string[] arguments = Arguments;
        return new[] { Beside(output, arguments, SnnModelMetadata.ExportOption, SnnModelMetadata.NirExtension), Report(output, arguments) }.OfType<string>();
    }

    /// <summary>The page that the converter writes beside <paramref name="output"/>, or null where none is asked for.</summary>
    /// <param name="output">The .snn.json.</param>
    /// <param name="arguments">Options of the converter and their values, alternating.</param>
    public static string? Report(string output, IReadOnlyList<string> arguments) => Beside(output, arguments, SnnModelMetadata.ReportOption, ReportExtension);

    private static string? Beside(string output, IReadOnlyList<string> arguments, string option, string extension) =>
        Enumerable.Range(0, arguments.Count / 2).Any(i => arguments[2 * i] == option && arguments[2 * i + 1] == "true")
            ? output.Substring(0, output.Length - NetworkExtension.Length) + extension
            : null;
}
