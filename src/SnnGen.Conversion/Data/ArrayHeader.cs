namespace SnnGen.Conversion.Data;

/// <summary>What a binary file says about the array that follows.</summary>
/// <param name="Element">How a number is stored.</param>
/// <param name="IsBigEndian">True where the highest byte of a number comes first.</param>
/// <param name="IsFortranOrder">True where the first index runs fastest.</param>
/// <param name="Dimensions">Extents; the first counts the samples.</param>
internal sealed record ArrayHeader(ElementType Element, bool IsBigEndian, bool IsFortranOrder, IReadOnlyList<long> Dimensions);
