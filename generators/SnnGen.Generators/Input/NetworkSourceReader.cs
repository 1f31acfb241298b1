using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SnnGen.Generators.Diagnostics;

namespace SnnGen.Generators.Input;

/// <summary>Takes from Roslyn's objects what the pipeline needs, so that none of them is kept.</summary>
internal static class NetworkSourceReader
{
    private const string Extension = ".snn.json";
    private const string DefaultNamespace = "SnnModels";

    public static bool IsNetwork(AdditionalText file) => file.Path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase);

    public static Result<NetworkSource> Read(
        AdditionalText file, AnalyzerConfigOptionsProvider options, CancellationToken cancellation)
    {
        AnalyzerConfigOptions metadata = options.GetOptions(file);
        string modelPath = Metadata(metadata, "SnnModelPath") ?? file.Path;
        var name = new ClassName(
            Metadata(metadata, "SnnNamespace") ?? Property(options.GlobalOptions, "RootNamespace") ?? DefaultNamespace,
            Metadata(metadata, "SnnClassName") ?? ClassNames.FromFile(file.Path));
        string visibility = Metadata(metadata, "SnnVisibility") ?? "public";
        string profileName = Metadata(metadata, "SnnProfile") ?? nameof(Profile.Modern);

        FileLocation location = FileLocation.StartOf(file.Path);
        Profile? profile = ProfileOf(profileName);
        string? problem = profile is null ? $"profile '{profileName}' is unknown; known are {nameof(Profile.Modern)}, {nameof(Profile.Portable)}"
            : visibility is not ("public" or "internal") ? $"visibility '{visibility}' is unknown; known are public, internal"
            : ClassNames.Problem(name, profile.Value);
        if (problem is not null)
            return Result<NetworkSource>.Failure(new(DiagnosticDescriptors.InvalidName, location, [modelPath, problem]));
        if (file.GetText(cancellation)?.ToString() is not { } text)
            return Result<NetworkSource>.Failure(new(DiagnosticDescriptors.InvalidNetworkFile, location, [modelPath, "it cannot be read"]));
        return Result<NetworkSource>.Success(new NetworkSource(file.Path, text, modelPath, name, visibility, profile!.Value));
    }

    private static Profile? ProfileOf(string name) =>
        name.Equals(nameof(Profile.Modern), StringComparison.OrdinalIgnoreCase) ? Profile.Modern
        : name.Equals(nameof(Profile.Portable), StringComparison.OrdinalIgnoreCase) ? Profile.Portable
        : null;

    private static string? Metadata(AnalyzerConfigOptions options, string name) =>
        NonEmpty(options, "build_metadata.AdditionalFiles." + name);

    private static string? Property(AnalyzerConfigOptions options, string name) =>
        NonEmpty(options, "build_property." + name);

    private static string? NonEmpty(AnalyzerConfigOptions options, string key) =>
        options.TryGetValue(key, out string? value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
}
