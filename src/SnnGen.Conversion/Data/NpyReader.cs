using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SnnGen.Conversion.Data;

/// <summary>NumPy's .npy, versions 1 to 3.</summary>
internal static partial class NpyReader
{
    private const int MaximumHeader = 1 << 16;

    private static readonly Dictionary<string, ElementType> Elements = new()
    {
        ["u1"] = ElementType.UInt8, ["u2"] = ElementType.UInt16, ["u4"] = ElementType.UInt32, ["u8"] = ElementType.UInt64,
        ["i1"] = ElementType.Int8, ["i2"] = ElementType.Int16, ["i4"] = ElementType.Int32, ["i8"] = ElementType.Int64,
        ["f2"] = ElementType.Float16, ["f4"] = ElementType.Float32, ["f8"] = ElementType.Float64, ["b1"] = ElementType.Boolean,
    };

    /// <summary>First bytes of every such file.</summary>
    public static ReadOnlySpan<byte> Signature => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>The first <paramref name="limit"/> samples, or all where it is not positive.</summary>
    public static DataSet Read(ByteSource source, int limit) => ArrayDecoder.Decode(source, ParseHeader(HeaderText(source)), limit);

    private static string HeaderText(ByteSource source)
    {
        var start = new byte[8];
        source.Read(start);
        if (!start.AsSpan().StartsWith(Signature) || start[6] is < 1 or > 3)
            throw new DataFault("it is not a .npy array of version 1 to 3");
        var size = new byte[start[6] == 1 ? 2 : 4];
        source.Read(size);
        uint length = size.Length == 2 ? BinaryPrimitives.ReadUInt16LittleEndian(size) : BinaryPrimitives.ReadUInt32LittleEndian(size);
        if (length > MaximumHeader)
            throw new DataFault($"its header of {length} bytes is too long");
        var header = new byte[length];
        source.Read(header);
        return Encoding.Latin1.GetString(header);
    }

    private static ArrayHeader ParseHeader(string text)
    {
        Match type = TypePattern().Match(text), order = OrderPattern().Match(text), shape = ShapePattern().Match(text);
        if (!type.Success || !order.Success || !shape.Success)
            throw new DataFault($"its header '{Shorten(text.Trim())}' does not describe an array of numbers");
        ElementType element = Elements.GetValueOrDefault(type.Groups["kind"].Value)
            ?? throw new DataFault($"its element type '{type.Groups["kind"].Value}' is not one of {string.Join(", ", Elements.Keys)}");
        return new ArrayHeader(element, type.Groups["order"].Value == ">", order.Groups["value"].Value == "True", Extents(shape.Groups["list"].Value));
    }

    private static long[] Extents(string list) =>
    [
        .. list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(
            extent => long.TryParse(extent, NumberStyles.None, CultureInfo.InvariantCulture, out long value)
                ? value
                : throw new DataFault($"its shape ({Shorten(list)}) is not a list of numbers")),
    ];

    private static string Shorten(string text) => text.Length <= 100 ? text : text[..100] + "…";

    [GeneratedRegex(@"'descr':\s*'(?<order>[<>|=]?)(?<kind>\w+)'")]
    private static partial Regex TypePattern();

    [GeneratedRegex(@"'fortran_order':\s*(?<value>True|False)")]
    private static partial Regex OrderPattern();

    [GeneratedRegex(@"'shape':\s*\((?<list>[^)]*)\)")]
    private static partial Regex ShapePattern();
}
