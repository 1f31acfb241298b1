using System.CommandLine;
using System.Globalization;
using SnnGen.Conversion.Diagnostics;
using SnnGen.Conversion.Nir;
using SnnGen.Conversion.Nir.Files;
using SnnGen.Conversion.Nir.Graph;
using SnnGen.Conversion.Nir.Quantization;
using SnnGen.Spiking;
using SnnGen.Tool.Caching;

namespace SnnGen.Tool.Commands;

/// <summary>The conversion of a .nir network, as commands ask for it.</summary>
internal static class NirConversionRun
{
    /// <summary>The network with all that is known of it.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="model">The network's file.</param>
    /// <param name="warn">Told of warnings.</param>
    /// <param name="cancellation">Cancels.</param>
    public static NirConversion Convert(ParseResult parsed, string model, Action<ConversionDiagnostic> warn, CancellationToken cancellation)
    {
        NirConversion conversion = NirConverter.Convert(
            NirFileReader.Read(model), Name(model), NirSettings.Read(parsed, model),
            network => NirSettings.ReadCalibration(parsed, network, model, warn), model, cancellation);
        foreach (ConversionDiagnostic warning in conversion.Warnings)
            warn(warning);
        return conversion;
    }

    /// <summary>Its sizes only.</summary>
    public static SpikingNetwork ShapeOnly(ParseResult parsed, string model) =>
        NirConverter.ShapeOnly(NirFileReader.Read(model), Name(model), NirSettings.Read(parsed, model), model);

    /// <summary>Where the network comes from.</summary>
    public static IEnumerable<MetadataEntry> Provenance(ParseResult parsed, string model, string version, NirConversion conversion)
    {
        NirConversionOptions options = NirSettings.Read(parsed, model);
        NirGraph graph = NirFileReader.Read(model);
        yield return new MetadataEntry("tool", "snngen " + version);
        yield return new MetadataEntry("model", Path.GetFileName(model));
        yield return new MetadataEntry("model.sha256", ContentHash.OfFile(model));
        yield return new MetadataEntry("nir.version", graph.Version ?? "unknown");
        yield return new MetadataEntry("simulator", options.Import.Convention.Name);
        yield return new MetadataEntry("dt", (options.Import.Dt ?? options.Import.Convention.Dt).ToString(CultureInfo.InvariantCulture));
        yield return new MetadataEntry("weights", options.Weights.ToString());
        if (conversion.Drift is not { } drift)
            yield break;
        yield return new MetadataEntry("agreement", string.Create(CultureInfo.InvariantCulture, $"{drift.Agreement:P2} of {drift.Inputs} inputs are decided as in single precision"));
        foreach (LayerDrift layer in drift.Layers)
        {
            yield return new MetadataEntry("layer." + layer.Name, string.Create(CultureInfo.InvariantCulture,
                $"{layer.Before} spikes in single precision, {layer.After} here; {layer.Share:P2} moved"));
        }
    }

    private static string Name(string model) => Path.GetFileNameWithoutExtension(model);
}
