using System.Text;
using CsCheck;
using SnnGen.Conversion.Data;
using SnnGen.Conversion.Diagnostics;
using SnnGen.Conversion.Tests.Support;

namespace SnnGen.Conversion.Tests.Data;

/// <summary>Damaged and hostile files give one clear error, soon and in little memory.</summary>
public sealed class DamagedDataTests : IDisposable
{
    private const long MostMemory = 1L << 27;

    private static readonly byte[] s_data = [.. Enumerable.Range(1, 24).Select(i => (byte)i)];

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Formats => ["npy", "npz", "idx", "npy.gz", "idx.gz", "csv.gz"];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Formats))]
    public void Truncated_at_every_length(string format)
    {
        byte[] content = Sound(format);
        for (int length = 0; length < content.Length; length++)
            Refuse(content[..length], "SNN1006");
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void With_any_bit_flipped(string format)
    {
        byte[] content = Sound(format);
        for (int bit = 0; bit < 8 * content.Length; bit++)
        {
            var damaged = (byte[])content.Clone();
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));
            ReadOrRefuse(damaged);
        }
    }

    [Fact]
    public void Made_of_any_bytes() => Gen.Select(Gen.OneOfConst("npy", "npz", "idx", "npy.gz", "csv"), Gen.Int[0, 12], Gen.Byte.Array[0, 100])
        .Sample((format, kept, bytes) => ReadOrRefuse([.. Sound(format)[..kept], .. bytes]), iter: 2000, threads: 1);

    [Fact]
    public void A_missing_file() => Refuse(_folder.PathOf("absent.npy"), "SNN1006", "absent.npy");

    [Fact]
    public void A_folder_in_place_of_a_file() => Refuse(_folder.Root, "SNN1006");

    [Fact]
    public void An_empty_file() => Refuse([], "SNN1006", "it is empty");

    [Fact]
    public void An_image() => Refuse([0x89, .. "PNG\r\n\x1a\n"u8, 0, 0, 0, 13], "SNN1006", ".npy, .npz, IDX or CSV");

    [Theory]
    [InlineData("1000000000000, 1000")]
    [InlineData("100000, 100000")]
    [InlineData("1, 2147483647")]
    [InlineData("9223372036854775807, 2")]
    [InlineData("99999999999999999999")]
    [InlineData("25")]
    public void A_shape_that_the_file_cannot_hold(string shape)
    {
        Refuse(ArrayFile.Npy("|u1", shape, s_data), "SNN1006");
        Refuse(ArrayFile.Npy("|u1", shape, s_data, order: "True"), "SNN1006");
        Refuse(ArrayFile.Gzip(ArrayFile.Npy("<f8", shape, s_data)), "SNN1006");
        Refuse(ArrayFile.Npz(("x.npy", ArrayFile.Npy("<f8", shape, s_data))), "SNN1006");
    }

    [Fact]
    public void An_IDX_file_of_a_shape_that_it_cannot_hold()
    {
        Refuse(ArrayFile.Idx(0x08, [uint.MaxValue, uint.MaxValue, uint.MaxValue], s_data), "SNN1006", "too large");
        Refuse(ArrayFile.Idx(0x08, [5, 5], s_data), "SNN1006", "24 bytes left", "promises 25");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("3, 0")]
    [InlineData("")]
    [InlineData("-1, 2")]
    [InlineData("two")]
    public void A_shape_without_samples(string shape) => Refuse(ArrayFile.Npy("|u1", shape, s_data), "SNN1006", $"({shape})");

    [Theory]
    [InlineData("<c8", "c8")]
    [InlineData("|O", "O")]
    [InlineData("<U5", "U5")]
    [InlineData("<V3", "V3")]
    public void An_element_type_that_is_no_number(string type, string fragment) =>
        Refuse(ArrayFile.Npy(type, "2,", s_data), "SNN1006", $"'{fragment}'");

    [Fact]
    public void A_header_that_describes_no_array() => Refuse(ArrayFile.Npy("|u1", "2,", s_data, order: "Maybe"), "SNN1006", "header");

    [Fact]
    public void A_header_too_long()
    {
        byte[] content = ArrayFile.Npy("|u1", "2,", s_data, version: 2);
        content[11] = 0x7F;
        Refuse(content, "SNN1006", "too long");
    }

    [Fact]
    public void An_unknown_version() => Refuse(ArrayFile.Npy("|u1", "2,", s_data, version: 4), "SNN1006", "version 1 to 3");

    [Fact]
    public void An_archive_without_a_clear_choice()
    {
        Refuse(ArrayFile.Npz(("readme.txt", s_data)), "SNN1006", "no array");
        Refuse(ArrayFile.Npz(("a.npy", s_data), ("b.npy", s_data)), "SNN1006", "'a.npy', 'b.npy'");
        Refuse(ArrayFile.Npz(("a.npy", s_data)), "SNN1006", "not a .npy array");
    }

    [Fact]
    public void A_file_that_unpacks_to_more_than_any_data()
    {
        byte[] start = ArrayFile.Npy("|u1", $"{1 << 29}, 1", new byte[1 << 16]);
        Refuse(ArrayFile.Npz(("x.npy", start)), "SNN1006", "too large");
        Refuse(ArrayFile.Gzip(start), "SNN1006", "too large");
    }

    [Fact]
    public void A_compressed_line_without_end() => Refuse(ArrayFile.Gzip([.. Enumerable.Repeat((byte)'1', (1 << 24) + 1)]), "SNN1006", "line 1 is longer");

    [Theory]
    [InlineData("1,2\n3\n", "line 2 has 1 columns where the first has 2")]
    [InlineData("a,b\n1,2,3\n", "line 2 has 3 columns where the first has 2")]
    [InlineData("1,2\n3,x\n", "line 2, column 2: 'x'")]
    [InlineData("a,b\nc,d\n", "line 2, column 1: 'c'")]
    [InlineData("a,b\n", "no samples")]
    [InlineData("\n \n", "no samples")]
    [InlineData("0,5;0,7\n1,5;x\n", "line 2, column 1: '1,5'")]
    [InlineData("1,\n", "line 1, column 2: ''")]
    public void Text_that_is_no_table_of_numbers(string text, string fragment) => Refuse(Encoding.UTF8.GetBytes(text), "SNN1006", fragment);

    [Fact]
    public void Text_that_is_not_UTF_8() => Refuse([.. "1,2\n"u8, 0xFF, 0xFE], "SNN1006");

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.NegativeInfinity)]
    public void Values_that_are_not_finite(float value)
    {
        byte[] data = ArrayFile.Encode("f4", false, [1, 2, 3, 4, value, 6]);
        Refuse(ArrayFile.Npy("<f4", "3, 2", data), "SNN1007", "sample 2", "at 0");
        Refuse(Encoding.UTF8.GetBytes(FormattableString.Invariant($"1,2\n3,{value}\n")), "SNN1007", "sample 1", "at 1");
    }

    [Fact]
    public void Values_beyond_single_precision() =>
        Refuse(ArrayFile.Npy("<f8", "1,", BitConverter.GetBytes(1e300)), "SNN1007", "sample 0");

    [Theory]
    [InlineData("1.5\n", "1.5 at 0")]
    [InlineData("0\n-1\n", "-1 at 1")]
    [InlineData("16777216\n", "class index")]
    [InlineData("1,2\n", "2 numbers a sample")]
    public void Labels_that_are_no_classes(string text, string fragment)
    {
        string path = _folder.Write("labels.csv", Encoding.UTF8.GetBytes(text));
        Refusal.Of(() => LabelReader.Read(path, 0), path, "SNN1007", fragment);
    }

    private static byte[] Sound(string format) => format switch
    {
        "npy" => ArrayFile.Npy("|u1", "4, 6", s_data),
        "npz" => ArrayFile.Npz(("x.npy", Sound("npy"))),
        "idx" => ArrayFile.Idx(0x08, [4, 6], s_data),
        "csv" => Encoding.UTF8.GetBytes(string.Concat(s_data.Chunk(6).Select(row => string.Join(',', row) + "\n"))),
        _ => ArrayFile.Gzip(Sound(Path.GetFileNameWithoutExtension(format))),
    };

    private void Refuse(byte[] content, string id, params string[] fragments) => Refuse(_folder.Write("samples", content), id, fragments);

    private static void Refuse(string path, string id, params string[] fragments)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        Refusal.Of(() => DataReader.Read(path, 0), path, id, fragments);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostMemory);
    }

    private void ReadOrRefuse(byte[] content)
    {
        string path = _folder.Write("samples", content);
        long before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            DataSet data = DataReader.Read(path, 0);
            Assert.True(data.Count > 0);
            Assert.Equal(data.Count * data.Shape.Size, data.Values.Length);
            Assert.All(data.Values, value => Assert.True(float.IsFinite(value)));
        }
        catch (ConversionException e)
        {
            Assert.Equal(path, e.Diagnostic.File);
            Assert.Contains(e.Diagnostic.Descriptor.Id, new[] { "SNN1006", "SNN1007" });
        }
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostMemory);
    }
}
