using SnnGen.Conversion.Nir.Files;
using SnnGen.Conversion.Nir.Graph;
using SnnGen.Conversion.Nir.Import;

namespace SnnGen.Fuzzing.Targets;

/// <summary>Spiking networks of NIR, read and made a network in steps.</summary>
internal sealed class NirTarget : IFuzzTarget
{
    private static readonly string[] s_ids = ["SNN1001", "SNN1002", "SNN1003", "SNN1004", "SNN1005", "SNN1008", "SNN1010"];

    public string Name => "nir";

    public string FileName => "model.nir";

    public bool IsText => false;

    // The HDF5 library reads the same places again and again, each time into new memory. GuardedStream bounds how often.
    public long MemoryPerByte => 1_000_000;

    public bool Read(string path) => Refusal.Accepts(
        () =>
        {
            NirGraph graph = NirFileReader.Read(path);
            NirImporter.Import(graph, "network", new NirImportOptions { TimeSteps = 4 }, path);
        }, path, s_ids);
}
