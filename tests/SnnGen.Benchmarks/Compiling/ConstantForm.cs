using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace SnnGen.Benchmarks.Compiling;

/// <summary>A way to write int8 weights as a constant that C# reads in place.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Width">Weights in one literal.</param>
/// <param name="Nullable">Whether the compiler follows nullable references through the file.</param>
/// <param name="Opening">The text before the literals.</param>
/// <param name="Print">One literal and what separates it from the next.</param>
/// <param name="Closing">The text after them.</param>
internal sealed record ConstantForm(string Name, int Width, bool Nullable, string Opening, Func<byte[], string> Print, string Closing)
{
    private const string OpenWords = "MemoryMarshal.Cast<ulong, sbyte>(new ulong[] {", CloseWords = "})";

    public static ConstantForm[] All { get; } =
    [
        new("one literal a weight", 1, false, "new sbyte[] {", static bytes => $"{(sbyte)bytes[0]},", "}"),
        new("eight a literal", 8, false, OpenWords, static bytes => $"0x{BinaryPrimitives.ReadUInt64LittleEndian(bytes):X}UL,", CloseWords),
        new("eight a literal, decimal", 8, false, OpenWords, static bytes => BinaryPrimitives.ReadUInt64LittleEndian(bytes).ToString(CultureInfo.InvariantCulture) + ",", CloseWords),
        new("eight a literal, nullable enabled", 8, true, OpenWords, static bytes => $"0x{BinaryPrimitives.ReadUInt64LittleEndian(bytes):X}UL,", CloseWords),
        new("UTF-16 string", 2, false, "MemoryMarshal.Cast<char, sbyte>(\"", static bytes => $"\\u{BinaryPrimitives.ReadUInt16LittleEndian(bytes):X4}", "\")"),
    ];

    /// <summary>A program with that many weights.</summary>
    public string Write(int weights)
    {
        var random = new Random(1);
        var bytes = new byte[Width];
        var text = new StringBuilder(Nullable ? "#nullable enable\n" : "#nullable disable\n")
            .Append("using System; using System.Runtime.InteropServices; static class Program {\n")
            .Append("static void Main() => Console.WriteLine(Weights[^1]);\nstatic ReadOnlySpan<sbyte> Weights => ").Append(Opening);
        for (int i = 0; i < weights / Width; i++)
        {
            random.NextBytes(bytes);
            text.Append(Print(bytes));
            if (Width != 2 && i % 16 == 15)
                text.Append('\n');
        }
        return text.Append(Closing).Append(";\n}\n").ToString();
    }
}
