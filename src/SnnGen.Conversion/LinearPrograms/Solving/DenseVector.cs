using System.Numerics;

namespace SnnGen.Conversion.LinearPrograms.Solving;

/// <summary>
/// Element-wise operations on dense vectors: lanes never mix, so that the result does not depend on their number.
/// </summary>
internal static class DenseVector
{
    /// <summary>target += factor · source.</summary>
    public static void AddScaled(Span<double> target, ReadOnlySpan<double> source, double factor)
    {
        int i = 0;
        for (; i <= target.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            Vector<double> sum = new Vector<double>(target[i..]) + new Vector<double>(source[i..]) * factor;
            sum.CopyTo(target[i..]);
        }
        for (; i < target.Length; i++)
            target[i] += source[i] * factor;
    }
}
