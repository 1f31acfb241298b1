using System.Collections.Immutable;
using SnnGen.Conversion.Diagnostics;

namespace SnnGen.Conversion.Chips;

/// <summary>The built-in chip profiles: the files of Chips/Profiles.</summary>
public static class ChipCatalog
{
    private const string Folder = "Chips/", Extension = ".json";

    /// <summary>Names of the profiles, in order.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        .. typeof(ChipCatalog).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(name => name[Folder.Length..^Extension.Length]).Order(StringComparer.Ordinal),
    ];

    /// <summary>A built-in profile by its name, in any case, or the one in a file.</summary>
    /// <exception cref="ConversionException">SNN1014: there is neither.</exception>
    public static ChipProfile Find(string nameOrFile)
    {
        if (IsFile(nameOrFile))
            return ChipProfileReader.Read(nameOrFile);
        string name = Names.FirstOrDefault(known => known.Equals(nameOrFile, StringComparison.OrdinalIgnoreCase)) ?? throw new ConversionException(
            DiagnosticDescriptors.InvalidChipProfile, nameOrFile,
            $"is no known chip; known are {string.Join(", ", Names)}, and files that end in {Extension}");
        using var reader = new StreamReader(typeof(ChipCatalog).Assembly.GetManifestResourceStream(Folder + name + Extension)!);
        return ChipProfileReader.Parse(reader.ReadToEnd());
    }

    /// <summary>Whether a chip is given as a file.</summary>
    public static bool IsFile(string nameOrFile) => nameOrFile.EndsWith(Extension, StringComparison.OrdinalIgnoreCase);
}
