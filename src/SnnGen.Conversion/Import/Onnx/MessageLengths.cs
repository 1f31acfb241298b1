using Google.Protobuf.Reflection;

namespace SnnGen.Conversion.Import.Onnx;

/// <summary>
/// The lengths in a protobuf message. The library adds a length to a position without a look at the sign of the sum; where that is negative
/// none of its limits holds, and a file of a few bytes makes it allocate gigabytes. What ends beyond the file but within 31 bits it refuses.
/// </summary>
internal static class MessageLengths
{
    private const int WireTypeBits = 3, Varint = 0, Fixed64 = 1, Delimited = 2, Fixed32 = 5;

    /// <summary>The library's own limit.</summary>
    private const int DeepestMessage = 100;

    /// <summary>Whether no length that leads beyond <paramref name="message"/> leads beyond 31 bits, too.</summary>
    /// <param name="message">The bytes.</param>
    /// <param name="type">What they are to be.</param>
    public static bool Fit(ReadOnlySpan<byte> message, MessageDescriptor type) => Fit(message, type, (ulong)(int.MaxValue - message.Length), 0);

    private static bool Fit(ReadOnlySpan<byte> rest, MessageDescriptor type, ulong longest, int depth)
    {
        // The library says what else is wrong, also where messages are nested too deep.
        while (rest.Length > 0 && depth < DeepestMessage)
        {
            ulong tag = Number(ref rest);
            int wireType = (int)(tag & 7);
            ulong length = wireType switch
            {
                Fixed64 => sizeof(ulong),
                Fixed32 => sizeof(uint),
                Varint or Delimited => Number(ref rest),
                _ => 0,
            };
            if (wireType == Varint)
                continue;
            if (length > (ulong)rest.Length)
                return length <= longest;
            if (wireType == Delimited && type.FindFieldByNumber((int)(tag >> WireTypeBits)) is { FieldType: FieldType.Message, MessageType: { } inner }
                && !Fit(rest[..(int)length], inner, longest, depth + 1))
            {
                return false;
            }
            rest = rest[(int)length..];
        }
        return true;
    }

    /// <summary>Seven bits a byte, the lowest first; the highest bit says that more follow.</summary>
    private static ulong Number(ref ReadOnlySpan<byte> rest)
    {
        ulong number = 0;
        for (int shift = 0; rest.Length > 0 && shift < 64; shift += 7)
        {
            byte next = rest[0];
            rest = rest[1..];
            number |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
                break;
        }
        return number;
    }
}
