using System.IO.Compression;
using SnnGen.Conversion.Data;
using SnnGen.Conversion.Tests.Support;

namespace SnnGen.HostileInput.Tests;

/// <summary>Calibration data that is made to take all memory or time, or to reach what it must not. More is in DamagedDataTests of the converter.</summary>
public sealed class DataAttackTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("1000000, 1000000")]
    [InlineData("1, 1000000000000")]
    [InlineData("4294967296, 4294967296, 4294967296")]
    [InlineData("-1, -1")]
    [InlineData("-9223372036854775808")]
    public void An_array_that_claims_more_than_it_has(string shape)
    {
        Refused(ArrayFile.Npy("<f4", shape, new byte[1024]), "SNN1006");
        Refused(ArrayFile.Npy("<f4", shape, new byte[1024], order: "True"), "SNN1006");
    }

    [Theory]
    [InlineData("False")]
    [InlineData("True")]
    public void An_array_of_ten_thousand_axes(string order) =>
        Refused(ArrayFile.Npy("|u1", $"1, 1000000{string.Concat(Enumerable.Repeat(",1", 10_000))}", new byte[1_000_000], order), "SNN1006", "10002 axes");

    [Fact]
    public void A_header_that_repeats_what_a_search_would_start_at() => Refused(
        ArrayFile.Npy("|u1", string.Concat(Enumerable.Repeat("'shape':(", 7000)), []), "SNN1006", "its shape", "…");

    [Theory]
    [InlineData("../x.npy")]
    [InlineData("/etc/x.npy")]
    [InlineData("C:\\x.npy")]
    [InlineData("..\\..\\x.npy")]
    public void Entries_of_an_archive_are_never_written_whatever_they_are_called(string name)
    {
        string path = _folder.Write("inner/data.npz", ArrayFile.Npz((name, ArrayFile.Npy("|u1", "2,", [1, 2]))));
        Hostile.EndsSoon(() => Assert.Equal(2, DataReader.Read(path, 0).Count));
        Assert.Equal(["data.npz"], Directory.GetFileSystemEntries(_folder.PathOf("inner")).Select(Path.GetFileName));
        Assert.Equal(["inner"], Directory.GetFileSystemEntries(_folder.Root).Select(Path.GetFileName));
    }

    [Fact]
    public void An_archive_of_ten_thousand_entries() =>
        Refused(ArrayFile.Npz([.. Enumerable.Range(0, 10_000).Select(i => ($"{i}.txt", Array.Empty<byte>()))]), "SNN1006", "no array");

    [Fact]
    public void Zeros_without_end_behind_compression()
    {
        byte[] start = ArrayFile.Npy("|u1", $"{1 << 28}", []);
        Refused(Bomb(start, 4 << 20), "SNN1006", "before the data that its header promises");
        Refused(Bomb(ArrayFile.Idx(0x08, [uint.MaxValue], []), 4 << 20), "SNN1006", "too large");
        Refused(Bomb(ArrayFile.Npy("|u1", "1,", []), 4 << 20)[..^8], "SNN1006", "truncated");
    }

    [Fact]
    public void A_gigabyte_of_one_line() => Refused(Bomb(Hostile.Utf8("1"), 1 << 25, (byte)','), "SNN1006", "line 1 is longer");

    [Theory]
    [InlineData(int.MaxValue, int.MaxValue)]
    [InlineData(1 << 22, 2)]
    [InlineData(-1, 1)]
    [InlineData(2048, 2048)]
    public void An_image_that_claims_more_than_it_has(int width, int height)
    {
        byte[] file = new PngFile(width, height, 6, 16).Assemble(ZLib(new byte[64]));
        Directory.CreateDirectory(_folder.PathOf("images"));
        _folder.Write("images/0.png", file);
        Refused(_folder.PathOf("images"), "SNN1006", "'0.png' cannot be decoded");
    }

    [Fact]
    public void An_image_of_another_format_under_the_name_of_a_PNG_image()
    {
        // A TGA image of 65535 x 65535.
        _folder.Write("images/0.png", [0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 24, 0]);
        Refused(_folder.PathOf("images"), "SNN1006", "no PNG image");
    }

    [Theory]
    [InlineData("data.npy", "it is empty")]
    [InlineData("images/0.png", "'0.png' cannot be decoded")]
    public void A_pipe_or_device_in_place_of_a_file(string name, string fragment)
    {
        string path = _folder.Write(name, []), folder = Path.GetDirectoryName(path)!;
        foreach (string special in SpecialFiles.At(path))
            Refused(name.EndsWith("png", StringComparison.Ordinal) ? folder : special, "SNN1006", fragment);
    }

    private static byte[] Bomb(byte[] start, int length, byte filling = 0)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(start);
            byte[] block = [.. Enumerable.Repeat(filling, 1 << 16)];
            for (int written = 0; written < length; written += block.Length)
                gzip.Write(block);
        }
        return packed.ToArray();
    }

    private static byte[] ZLib(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            zlib.Write(content);
        return packed.ToArray();
    }

    private void Refused(byte[] content, string id, params string[] fragments) => Refused(_folder.Write("samples", content), id, fragments);

    private static void Refused(string path, string id, params string[] fragments) => Hostile.Refused(() => DataReader.Read(path, 0), path, id, fragments);
}
