using System.Text;
using SnnGen.Conversion.Tests.Support;

namespace SnnGen.Fuzzing.Seeds;

/// <summary>Small data files.</summary>
internal static class DataSeeds
{
    private static readonly byte[] s_bytes = [.. Enumerable.Range(1, 24).Select(i => (byte)i)];

    public static IEnumerable<(string Name, byte[] Content)> Npy() =>
    [
        ("bytes", ArrayFile.Npy("|u1", "4, 6", s_bytes)),
        ("fortran", ArrayFile.Npy("<f4", "2, 3, 2", ArrayFile.Encode("f4", false, Ramp(12)), order: "True")),
        ("big-endian", ArrayFile.Npy(">f8", "3,", ArrayFile.Encode("f8", true, Ramp(3)), version: 2)),
        ("half", ArrayFile.Npy("<f2", "3, 2", ArrayFile.Encode("f2", false, Ramp(6)), version: 3)),
        ("gzip", ArrayFile.Gzip(ArrayFile.Npy("<i8", "2, 2", ArrayFile.Encode("i8", false, Ramp(4))))),
    ];

    public static IEnumerable<(string Name, byte[] Content)> Npz() =>
    [
        ("one", ArrayFile.Npz(("a.npy", ArrayFile.Npy("|u1", "4, 6", s_bytes)))),
        ("several", ArrayFile.Npz(("labels.npy", ArrayFile.Npy("|u1", "4,", s_bytes[..4])), ("x.npy", ArrayFile.Npy("<f4", "4, 1", ArrayFile.Encode("f4", false, Ramp(4)))))),
    ];

    public static IEnumerable<(string Name, byte[] Content)> Idx() =>
    [
        ("bytes", ArrayFile.Idx(0x08, [4, 3, 2], s_bytes)),
        ("floats", ArrayFile.Idx(0x0D, [3, 2], ArrayFile.Encode("f4", true, Ramp(6)))),
        ("gzip", ArrayFile.Gzip(ArrayFile.Idx(0x0B, [6], ArrayFile.Encode("i2", true, Ramp(6))))),
    ];

    public static IEnumerable<(string Name, byte[] Content)> Csv() =>
    [
        ("header", Encoding.UTF8.GetBytes("x,y,z\n0.5,-1,2e-3\n1,2,3\n")),
        ("semicolons", Encoding.UTF8.GetBytes("1;2;3\r\n4;5;6\r\n")),
        ("tabs", Encoding.UTF8.GetBytes("\uFEFF1\t2\n\n3\t4\n")),
        ("gzip", ArrayFile.Gzip(Encoding.UTF8.GetBytes("1\n0\n2\n"))),
    ];

    public static IEnumerable<(string Name, byte[] Content)> Png() =>
    [
        ("grey", PngFile.Grey(6, 4, s_bytes)),
        ("colour", PngFile.Colour(4, 2, s_bytes)),
        ("filters", new PngFile(3, 5, 6, 8) { Filter = -1 }.Write([.. Enumerable.Range(0, 60)])),
        ("interlaced", new PngFile(9, 9, 0, 1) { IsInterlaced = true }.Write([.. Enumerable.Range(0, 81).Select(i => i % 2)])),
        ("palette", new PngFile(4, 3, 3, 2) { Palette = s_bytes[..12] }.Write([.. Enumerable.Range(0, 12).Select(i => i % 4)])),
        ("sixteen", new PngFile(3, 2, 4, 16).Write([.. Enumerable.Range(0, 12).Select(i => 5000 * i)])),
    ];

    private static IEnumerable<float> Ramp(int count) => Enumerable.Range(1, count).Select(i => (float)i);
}
