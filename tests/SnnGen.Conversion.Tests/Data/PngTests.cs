using SnnGen.Conversion.Data;
using SnnGen.Conversion.Data.Png;
using SnnGen.Conversion.Tests.Support;

namespace SnnGen.Conversion.Tests.Data;

public sealed class PngTests
{
    private static readonly (byte Colour, int[] Depths)[] s_kinds = [(0, [1, 2, 4, 8, 16]), (2, [8, 16]), (3, [1, 2, 4, 8]), (4, [8, 16]), (6, [8, 16])];

    public static TheoryData<byte, int, bool> Kinds
    {
        get
        {
            var kinds = new TheoryData<byte, int, bool>();
            foreach ((byte colour, int[] depths) in s_kinds)
            {
                foreach (int depth in depths)
                {
                    kinds.Add(colour, depth, false);
                    kinds.Add(colour, depth, true);
                }
            }
            return kinds;
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Images_of_every_kind_and_size_are_decoded(byte colour, int depth, bool isInterlaced)
    {
        var random = new Random(depth);
        foreach ((int width, int height) in new[] { (1, 1), (3, 2), (9, 1), (1, 9), (5, 8), (17, 13) })
        {
            var file = new PngFile(width, height, colour, depth) { Filter = -1, IsInterlaced = isInterlaced, Palette = colour == 3 ? Bytes(random, 3 << depth) : null };
            int[] samples = [.. Enumerable.Range(0, width * height * file.Samples).Select(_ => random.Next(1 << depth))];

            PngImage image = PngDecoder.Decode(file.Write(samples));

            Assert.Equal((width, height, colour is 0 or 4 ? 1 : 3), (image.Width, image.Height, image.Channels));
            Assert.Equal(Expected(file, samples, image.Channels), image.Values);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Every_filter_is_undone(int filter)
    {
        byte[] pixels = Bytes(new Random(filter), 3 * 5 * 4);
        var file = new PngFile(5, 4, 2, 8) { Filter = filter };
        Assert.Equal(
            Expected(file, [.. pixels.Select(pixel => (int)pixel)], 3), PngDecoder.Decode(file.Write([.. pixels.Select(pixel => (int)pixel)])).Values);
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(2, 4)]
    [InlineData(3, 16)]
    [InlineData(4, 4)]
    [InlineData(1, 8)]
    [InlineData(7, 8)]
    public void Kinds_that_there_are_not_are_refused(byte colour, int depth) =>
        Refuse(new PngFile(1, 1, colour, depth).Assemble([]), "what no image can be");

    [Fact]
    public void Any_damage_is_noticed()
    {
        byte[] file = new PngFile(4, 3, 3, 2) { Palette = new byte[12] }.Write([0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3]);
        for (int i = 0; i < file.Length; i++)
        {
            Refuse(file[..i], "");
            byte[] damaged = [.. file];
            damaged[i] ^= 1;
            Refuse(damaged, "");
        }
    }

    [Fact]
    public void Parts_that_do_not_fit_are_refused()
    {
        byte[] file = PngFile.Grey(1, 1, [7]);
        Refuse(new PngFile(2, 1, 3, 8) { Palette = new byte[3] }.Write([0, 1]), "a colour that its palette lacks");
        Refuse(new PngFile(1, 1, 3, 8).Write([0]), "lacks its palette");
        Refuse(new PngFile(1, 1, 3, 8) { Palette = new byte[4] }.Write([0]), "palette is damaged");
        Refuse([.. file[..^12], .. PngFile.Chunk("ABCD", []), .. file[^12..]], "cannot be left out");
        Refuse([.. file[..8], .. PngFile.Chunk("tIME", []), .. file[8..]], "not the first part");
        Refuse([.. file[..33], .. file[8..]], "comes twice");
        Refuse(new PngFile(1, 1, 0, 8) { Filter = 5 }.Write([1]), "a filter that is not known");
        Assert.Equal([7], PngDecoder.Decode([.. file[..33], .. PngFile.Chunk("tIME", [1, 2]), .. file[33..]]).Values);
    }

    private static byte[] Bytes(Random random, int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }

    /// <summary>The channels as planes of bytes: opacity left out, 16 bits cut to 8, fewer spread over 0 to 255.</summary>
    private static byte[] Expected(PngFile file, int[] samples, int channels) =>
    [
        .. Enumerable.Range(0, channels).SelectMany(c => samples.Chunk(file.Samples).Select(pixel => file switch
        {
            { Palette: { } palette } => palette[3 * pixel[0] + c],
            { Depth: 16 } => (byte)(pixel[c] >> 8),
            _ => (byte)(pixel[c] * (255 / ((1 << file.Depth) - 1))),
        })),
    ];

    private static void Refuse(byte[] file, string reason) =>
        Assert.Contains(reason, Assert.Throws<DataFault>(() => PngDecoder.Decode(file)).Message);
}
