using SnnGen.Conversion.Nir.Files;

namespace SnnGen.Conversion.Tests.Nir;

/// <summary>Files of <see cref="NirSamples.EveryKind"/> that rewrite.py made with h5py 3.7 and HDF5 1.10.</summary>
public sealed class StoredFileTests
{
    /// <summary>A superblock of version 0, groups as B-trees, one of them converted for its names; large arrays with gzip and shuffle.</summary>
    public static string OldStyle => PathOf("old-style.nir");

    /// <summary>A superblock of version 3, groups as links, strings of fixed length; gzip and shuffle.</summary>
    public static string NewStyle => PathOf("new-style.nir");

    [Fact]
    public void Of_the_oldest_format_are_read() => Assert.Equal(NirSamples.EveryKind(), NirFileReader.Read(OldStyle));

    [Fact]
    public void Of_the_newest_format_are_read() => Assert.Equal(NirSamples.EveryKind(), NirFileReader.Read(NewStyle));

    private static string PathOf(string name) => Path.Combine(RepositoryFolder.Root, "tests/SnnGen.Conversion.Tests/Nir/Files", name);
}
