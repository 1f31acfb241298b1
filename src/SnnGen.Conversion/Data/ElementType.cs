using System.Buffers.Binary;

namespace SnnGen.Conversion.Data;

/// <summary>How a number is stored in a binary file.</summary>
/// <param name="Size">Bytes an element.</param>
/// <param name="Decode">The value of an element's bytes, lowest first.</param>
internal sealed record ElementType(int Size, ElementType.Decoder Decode)
{
    /// <summary>The value of an element's bytes, lowest first.</summary>
    public delegate float Decoder(ReadOnlySpan<byte> bytes);

    /// <summary>Unsigned byte, as in images.</summary>
    public static readonly ElementType UInt8 = new(1, bytes => bytes[0]);

    /// <summary>0 or 1 in a byte.</summary>
    public static readonly ElementType Boolean = new(1, bytes => bytes[0] == 0 ? 0 : 1);

    /// <summary>Signed byte.</summary>
    public static readonly ElementType Int8 = new(1, bytes => (sbyte)bytes[0]);

    /// <summary>16 bits, signed.</summary>
    public static readonly ElementType Int16 = new(2, bytes => BinaryPrimitives.ReadInt16LittleEndian(bytes));

    /// <summary>16 bits, unsigned.</summary>
    public static readonly ElementType UInt16 = new(2, bytes => BinaryPrimitives.ReadUInt16LittleEndian(bytes));

    /// <summary>32 bits, signed.</summary>
    public static readonly ElementType Int32 = new(4, bytes => BinaryPrimitives.ReadInt32LittleEndian(bytes));

    /// <summary>32 bits, unsigned.</summary>
    public static readonly ElementType UInt32 = new(4, bytes => BinaryPrimitives.ReadUInt32LittleEndian(bytes));

    /// <summary>64 bits, signed.</summary>
    public static readonly ElementType Int64 = new(8, bytes => BinaryPrimitives.ReadInt64LittleEndian(bytes));

    /// <summary>64 bits, unsigned.</summary>
    public static readonly ElementType UInt64 = new(8, bytes => BinaryPrimitives.ReadUInt64LittleEndian(bytes));

    /// <summary>IEEE 754 half precision.</summary>
    public static readonly ElementType Float16 = new(2, bytes => (float)BinaryPrimitives.ReadHalfLittleEndian(bytes));

    /// <summary>IEEE 754 single precision.</summary>
    public static readonly ElementType Float32 = new(4, BinaryPrimitives.ReadSingleLittleEndian);

    /// <summary>IEEE 754 double precision.</summary>
    public static readonly ElementType Float64 = new(8, bytes => (float)BinaryPrimitives.ReadDoubleLittleEndian(bytes));
}
