using System.Globalization;
using System.Text;
using CsCheck;
using SnnGen.Conversion.Data;
using SnnGen.Conversion.Tests.Support;

namespace SnnGen.Conversion.Tests.Data;

/// <summary>What was written is read, the first samples only where a limit says so.</summary>
public sealed class RoundTripTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Npy_of_every_type_order_and_version() =>
        (from samples in RandomSamples.Of(ArrayFile.Types)
         from isBigEndian in Gen.Bool
         from isFortran in Gen.Bool
         from version in Gen.Byte[1, 3]
         from isGzip in Gen.Bool
         select (samples, isBigEndian, isFortran, version, isGzip)).Sample(
            t =>
            {
                byte[] npy = Npy(t.samples, t.isBigEndian, t.isFortran, t.version);
                Verify(t.samples, t.isGzip ? ArrayFile.Gzip(npy) : npy);
            },
            threads: 1);

    [Fact]
    public void Npz_with_one_array() => RandomSamples.Of(ArrayFile.Types).Sample(
        samples => Verify(samples, ArrayFile.Npz(("anything.npy", Npy(samples, false, false, 1)), ("readme.txt", [1]))), threads: 1);

    [Fact]
    public void Idx_plain_and_compressed() =>
        Gen.Select(RandomSamples.Of([.. ArrayFile.IdxTypes.Keys]), Gen.Bool).Sample(
            (samples, isGzip) =>
            {
                byte[] data = ArrayFile.Encode(samples.Type, isBigEndian: true, samples.Values);
                byte[] idx = ArrayFile.Idx(ArrayFile.IdxTypes[samples.Type], [.. samples.Shape.Select(extent => (uint)extent)], data);
                Verify(samples, isGzip ? ArrayFile.Gzip(idx) : idx);
            },
            threads: 1);

    [Fact]
    public void Csv_with_any_separator_with_and_without_header() =>
        (from samples in RandomSamples.Of("f4")
         from separator in Gen.OneOfConst(",", ";", "\t", " , ")
         from hasHeader in Gen.Bool
         from end in Gen.OneOfConst("\n", "\r\n")
         select (samples, separator, hasHeader, end)).Sample(
            t =>
            {
                IEnumerable<string> lines = t.samples.Values.Chunk(t.samples.Size)
                    .Select(row => string.Join(t.separator, row.Select(x => x.ToString("R", CultureInfo.InvariantCulture))));
                if (t.hasHeader)
                    lines = lines.Prepend(string.Join(t.separator, Enumerable.Range(0, t.samples.Size).Select(i => $"pixel {i}")));
                Verify(t.samples with { Shape = [t.samples.Shape[0], t.samples.Size] }, Encoding.UTF8.GetBytes(string.Join(t.end, lines) + t.end));
            },
            threads: 1);

    [Fact]
    public void Labels_of_every_kind_of_file()
    {
        int[] labels = [3, 0, 9, 1];
        byte[] bytes = [.. labels.Select(label => (byte)label)];
        foreach (byte[] content in new[]
        {
            ArrayFile.Idx(0x08, [4], bytes),
            ArrayFile.Gzip(ArrayFile.Idx(0x08, [4], bytes)),
            ArrayFile.Npy("<i8", "4,", ArrayFile.Encode("i8", false, labels.Select(label => (float)label))),
            ArrayFile.Npy("|u1", "4, 1", bytes),
            Encoding.UTF8.GetBytes("label\n3\n0\n9\n1\n"),
        })
        {
            string path = _folder.Write("labels", content);
            Assert.Equal(labels, LabelReader.Read(path, 0));
            Assert.Equal(labels[..2], LabelReader.Read(path, 2));
        }
    }

    private static byte[] Npy(RandomSamples samples, bool isBigEndian, bool isFortran, byte version)
    {
        string order = samples.Type[^1] == '1' ? "|" : isBigEndian ? ">" : "<";
        string shape = string.Join(", ", samples.Shape) + (samples.Shape.Length == 1 ? "," : "");
        byte[] data = ArrayFile.Encode(samples.Type, isBigEndian, isFortran ? samples.InFortranOrder() : samples.Values);
        return ArrayFile.Npy(order + samples.Type, shape, data, isFortran ? "True" : "False", version);
    }

    private void Verify(RandomSamples samples, byte[] content)
    {
        DataSet data = DataReader.Read(_folder.Write("samples", content), samples.Limit);

        Assert.Equal(samples.Count, data.Count);
        Assert.Equal(samples.Values[..(samples.Count * samples.Size)], data.Values);
        Assert.Equal(samples.Shape.Length == 1 ? [1] : samples.Shape[1..], data.Shape.Dimensions);
        Assert.Equal(samples.Type == "u1", data.IsByteData);
    }
}
