namespace SnnGen.Runtime;

using System.Runtime.Intrinsics;

/// <summary>How the weights of a row of pairs are stored. Every load gives, output by output, the two weights of the pair as bytes.</summary>
internal interface IWeightFormat
{
    /// <summary>Bytes of a row of <paramref name="outputs"/> outputs, a multiple of 16.</summary>
    static abstract int RowBytes(int outputs);

    /// <summary>Eight outputs from <paramref name="output"/> on.</summary>
    static abstract Vector128<sbyte> Load128(ref byte row, nuint output);

    /// <summary>Sixteen outputs from <paramref name="output"/> on.</summary>
    static abstract Vector256<sbyte> Load256(ref byte row, nuint output);

    /// <summary>Thirty-two outputs from <paramref name="output"/> on.</summary>
    static abstract Vector512<sbyte> Load512(ref byte row, nuint output);
}
