using System.Text;
using SnnGen.Conversion.Data;
using SnnGen.Conversion.Tests.Support;

namespace SnnGen.Conversion.Tests.Data;

/// <summary>Choices of the readers that round trips do not show.</summary>
public sealed class FormatTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("x")]
    [InlineData("images")]
    [InlineData("data")]
    [InlineData("arr_0")]
    public void Of_several_arrays_the_one_with_a_usual_name_is_read(string name)
    {
        DataSet data = Read(ArrayFile.Npz(("y.npy", Bytes(9)), ($"{name}.npy", Bytes(7)), ("weights.npy", Bytes(8))));
        Assert.Equal([7], data.Values);
    }

    [Fact]
    public void An_entry_that_points_outside_is_read_like_any_other_and_never_unpacked()
    {
        DataSet data = Read(ArrayFile.Npz(("../../escape.npy", Bytes(5))));
        Assert.Equal([5], data.Values);
        Assert.Equal("samples", Assert.Single(Directory.EnumerateFileSystemEntries(_folder.Root).Select(Path.GetFileName)));
    }

    [Fact]
    public void Only_the_samples_up_to_the_limit_need_to_be_sound()
    {
        Assert.Equal([1f, 2f], Read("1\n2\nthree\n"u8.ToArray(), limit: 2).Values);
        Assert.Equal([1f, 2f], Read(ArrayFile.Npy("|u1", "1000000000000", [1, 2, 3]), limit: 2).Values);
        Assert.Equal([1f, 2f], Read(ArrayFile.Idx(0x08, [uint.MaxValue], [1, 2, 3]), limit: 2).Values);
    }

    [Fact]
    public void Text_may_have_a_byte_order_mark_blank_lines_and_numbers_in_every_notation()
    {
        DataSet data = Read([0xEF, 0xBB, 0xBF, .. "a,b\n\n 1.5e1 , -2 \n.25,+3\n\n"u8]);
        Assert.Equal((2, 2), (data.Count, data.Shape.Size));
        Assert.Equal([15, -2, 0.25f, 3], data.Values);
    }

    [Fact]
    public void The_format_is_told_by_the_content_and_not_by_the_name() =>
        Assert.Equal([4], DataReader.Read(_folder.Write("data.csv", ArrayFile.Gzip(Bytes(4))), 0).Values);

    private static byte[] Bytes(byte value) => ArrayFile.Npy("|u1", "1,", [value]);

    private DataSet Read(byte[] content, int limit = 0) => DataReader.Read(_folder.Write("samples", content), limit);
}
