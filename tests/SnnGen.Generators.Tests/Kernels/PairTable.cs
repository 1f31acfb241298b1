namespace SnnGen.Generators.Tests.Kernels;

/// <summary>Rows of input pairs, packed bit by bit as the kernels define them.</summary>
internal static class PairTable
{
    /// <summary>Weights by input and output; a missing last input is 0.</summary>
    public static byte[] Pack(int[][] weights, int bits)
    {
        int outputs = weights[0].Length, rows = (weights.Length + 1) / 2;
        var bytes = new byte[rows * outputs * 2 * bits / 8];
        for (int input = 0; input < weights.Length; input++)
        {
            for (int output = 0; output < outputs; output++)
            {
                int bit = ((input / 2 * outputs + output) * 2 + input % 2) * bits;
                bytes[bit / 8] |= (byte)((weights[input][output] & ((1 << bits) - 1)) << (bit % 8));
            }
        }
        return bytes;
    }
}
