using SnnGen.Conversion.Nir.Conventions;
using SnnGen.Conversion.Nir.Files;
using SnnGen.Conversion.Nir.Import;
using SnnGen.Spiking;

namespace SnnGen.Nir.Tests.Support;

/// <summary>Networks that other frameworks exported.</summary>
internal static class NirNetworks
{
    /// <summary>A file of the paper on NIR.</summary>
    public static SpikingNetwork Paper(string file, NirImportOptions options) => Import(SharedData.Path(["nir", "paper", .. file.Split('/')]), options);

    /// <summary>Any file.</summary>
    public static SpikingNetwork Import(string file, NirImportOptions options) =>
        NirImporter.Import(NirFileReader.Read(file), Path.GetFileNameWithoutExtension(file), options, file);

    /// <summary>The convention of a simulator.</summary>
    public static NirConvention Convention(string simulator) => NirConventions.Find(simulator, "test.nir");
}
