using SnnGen.Conversion.Diagnostics;
using SnnGen.Conversion.Nir.Conventions;
using SnnGen.Conversion.Nir.Export;
using SnnGen.Conversion.Nir.Files;
using SnnGen.Conversion.Nir.Graph;
using SnnGen.Spiking;
using SnnGen.Tool.Caching;

namespace SnnGen.Tool.Commands;

/// <summary>Writes a network as a .nir file.</summary>
internal static class NirExport
{
    /// <summary>Writes it, and warns of what the file cannot say.</summary>
    /// <param name="network">The network.</param>
    /// <param name="convention">Whose steps of time the reader takes.</param>
    /// <param name="dt">dt of the reader in seconds; null for the convention's own.</param>
    /// <param name="model">The model that the network comes from, for messages.</param>
    /// <param name="output">The file to write.</param>
    public static void Write(SpikingNetwork network, NirConvention convention, double? dt, string model, string output)
    {
        NirGraph graph = NirExporter.Export(network, convention, dt, model);
        using var content = new MemoryStream();
        NirFileWriter.Write(graph, content);
        string[] losses = [.. NirLosses.Of(network, convention)];
        if (losses.Length > 0)
        {
            Console.Error.WriteLine(new ConversionDiagnostic(DiagnosticDescriptors.ExportedInPart, model,
                $"the .nir file has no words for {string.Join("; for ", losses)}; see docs/nir.md"));
        }
        AtomicFile.Write(output, content.ToArray());
    }
}
