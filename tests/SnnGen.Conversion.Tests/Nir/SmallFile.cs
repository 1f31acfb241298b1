namespace SnnGen.Conversion.Tests.Nir;

/// <summary>Files of a few kilobytes that small.py made with h5py 3.7 and HDF5 1.10.</summary>
internal static class SmallFile
{
    /// <summary>Sound ones: HDF5's oldest format, its newest with heaps of links and strings, and with all indexes of chunks.</summary>
    public static TheoryData<string> Sound => ["old", "new", "chunks"];

    public static string PathOf(string kind) => Path.Combine(RepositoryFolder.Root, $"tests/SnnGen.Conversion.Tests/Nir/Files/small-{kind}.nir");

    public static byte[] Read(string kind) => File.ReadAllBytes(PathOf(kind));
}
