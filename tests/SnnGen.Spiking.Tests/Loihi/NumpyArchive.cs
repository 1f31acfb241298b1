using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace SnnGen.Spiking.Tests.Loihi;

/// <summary>Arrays of integers in a .npz: little-endian, row-major, integers or doubles that hold integers.</summary>
internal sealed class NumpyArchive(string file)
{
    public int[] Read(string name)
    {
        using ZipArchive archive = ZipFile.OpenRead(file);
        using var bytes = new MemoryStream();
        using (Stream entry = archive.GetEntry(name + ".npy")!.Open())
            entry.CopyTo(bytes);
        ReadOnlySpan<byte> content = bytes.ToArray();
        int length = BinaryPrimitives.ReadUInt16LittleEndian(content[8..]);
        string header = Encoding.ASCII.GetString(content.Slice(10, length));
        Assert.Contains("'fortran_order': False", header);
        return Values(content[(10 + length)..], header);
    }

    private static int[] Values(ReadOnlySpan<byte> data, string header)
    {
        int width = header.Contains("<i4", StringComparison.Ordinal) ? 4 : 8;
        bool isDouble = header.Contains("<f8", StringComparison.Ordinal);
        var values = new int[data.Length / width];
        for (int i = 0; i < values.Length; i++)
        {
            ReadOnlySpan<byte> item = data[(i * width)..];
            values[i] = width == 4 ? BinaryPrimitives.ReadInt32LittleEndian(item)
                : isDouble ? checked((int)BinaryPrimitives.ReadDoubleLittleEndian(item))
                : checked((int)BinaryPrimitives.ReadInt64LittleEndian(item));
        }
        return values;
    }
}
