using Google.Protobuf;
using SnnGen.Conversion.Chips;
using SnnGen.Conversion.Tests.Nir;
using SnnGen.Spiking;
using SnnGen.Spiking.NetworkFile;

namespace SnnGen.Fuzzing.Seeds;

/// <summary>Writes the seeds of the corpus: small sound files of every form that the readers know.</summary>
internal static class SeedFiles
{
    /// <summary>Writes them below <paramref name="root"/>, a folder a target.</summary>
    public static int Write(string root)
    {
        Write(root, "onnx", "onnx", ModelSeeds.All().Select(seed => (seed.Name, seed.Model.ToByteArray())));
        Write(root, "nir", "nir", GraphSeeds.All().Select(seed => (seed.Name, NirSamples.Bytes(seed.Graph))));
        Write(root, "npy", "npy", DataSeeds.Npy());
        Write(root, "npz", "npz", DataSeeds.Npz());
        Write(root, "idx", "idx", DataSeeds.Idx());
        Write(root, "csv", "csv", DataSeeds.Csv());
        Write(root, "png", "png", DataSeeds.Png());
        Write(root, "network", "snn.json", NetworkSeeds.All().Select(seed => (seed.Name, System.Text.Encoding.UTF8.GetBytes(NetworkFileWriter.Write(seed.Network)))));
        Write(root, "chip", "json", new[] { "loihi", "memristor-crossbar", "generic-int8" }.Select(name => (name, Profile(name))));
        return 0;
    }

    private static byte[] Profile(string name)
    {
        using Stream stream = typeof(ChipCatalog).Assembly.GetManifestResourceStream($"Chips/{name}.json")!;
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }

    private static void Write(string root, string target, string extension, IEnumerable<(string Name, byte[] Content)> seeds)
    {
        string folder = Path.Combine(root, target);
        Directory.CreateDirectory(folder);
        foreach ((string name, byte[] content) in seeds)
            File.WriteAllBytes(Path.Combine(folder, $"{name}.{extension}"), content);
    }
}
