using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace SnnGen.Conversion.Tests.Support;

/// <summary>Writes arrays as NumPy and the makers of MNIST do.</summary>
internal static class ArrayFile
{
    /// <summary>NumPy's names of the element types that are read.</summary>
    public static readonly string[] Types = ["u1", "u2", "u4", "u8", "i1", "i2", "i4", "i8", "f2", "f4", "f8", "b1"];

    /// <summary>Codes of the element types in IDX files, by NumPy's names.</summary>
    public static readonly Dictionary<string, byte> IdxTypes = new()
    {
        ["u1"] = 0x08, ["i1"] = 0x09, ["i2"] = 0x0B, ["i4"] = 0x0C, ["f4"] = 0x0D, ["f8"] = 0x0E,
    };

    /// <summary>A .npy file.</summary>
    /// <param name="descriptor">Byte order and type, as <c>&lt;f4</c>.</param>
    /// <param name="shape">As in the header, without parentheses.</param>
    /// <param name="data">What follows the header.</param>
    /// <param name="order">Value of fortran_order.</param>
    /// <param name="version">1 to 3.</param>
    public static byte[] Npy(string descriptor, string shape, byte[] data, string order = "False", byte version = 1)
    {
        string header = $"{{'descr': '{descriptor}', 'fortran_order': {order}, 'shape': ({shape}), }}";
        int prefix = version == 1 ? 10 : 12, padding = 63 - (prefix + header.Length) % 64;
        byte[] text = Encoding.Latin1.GetBytes(header + new string(' ', padding) + "\n"), length = new byte[prefix - 8];
        if (version == 1)
            BinaryPrimitives.WriteUInt16LittleEndian(length, (ushort)text.Length);
        else
            BinaryPrimitives.WriteInt32LittleEndian(length, text.Length);
        return [0x93, .. "NUMPY"u8, version, 0, .. length, .. text, .. data];
    }

    /// <summary>An IDX file.</summary>
    public static byte[] Idx(byte type, uint[] shape, byte[] data) =>
        [0, 0, type, (byte)shape.Length, .. shape.SelectMany(BigEndian), .. data];

    /// <summary>A .npz file of the given entries.</summary>
    public static byte[] Npz(params (string Name, byte[] Content)[] entries)
    {
        var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] content) in entries)
            {
                using Stream entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }
        return memory.ToArray();
    }

    public static byte[] Gzip(byte[] content)
    {
        var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(content);
        return memory.ToArray();
    }

    /// <summary>Values of a type of <see cref="Types"/> as bytes.</summary>
    public static byte[] Encode(string type, bool isBigEndian, IEnumerable<float> values) =>
        [.. values.SelectMany(value => isBigEndian ? EncodeOne(type, value).Reverse() : EncodeOne(type, value))];

    private static byte[] EncodeOne(string type, float value) => type switch
    {
        "u1" => [(byte)value],
        "b1" => [(byte)value],
        "i1" => [(byte)(sbyte)value],
        "u2" => BitConverter.GetBytes((ushort)value),
        "i2" => BitConverter.GetBytes((short)value),
        "u4" => BitConverter.GetBytes((uint)value),
        "i4" => BitConverter.GetBytes((int)value),
        "u8" => BitConverter.GetBytes((ulong)value),
        "i8" => BitConverter.GetBytes((long)value),
        "f2" => BitConverter.GetBytes((Half)value),
        "f4" => BitConverter.GetBytes(value),
        "f8" => BitConverter.GetBytes((double)value),
        _ => throw new ArgumentException(type, nameof(type)),
    };

    private static byte[] BigEndian(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }
}
