using SnnGen.Spiking.Numerics;

namespace SnnGen.Spiking.Memory;

/// <summary>How many bytes a value of a constant table takes: 1, 2 or 4.</summary>
public static class TableWidth
{
    /// <summary>The narrowest signed integer that holds all <paramref name="values"/>.</summary>
    public static int Of(ReadOnlySpan<int> values)
    {
        int width = 1;
        foreach (int value in values)
        {
            if (value != (short)value)
                return sizeof(int);
            if (value != (sbyte)value)
                width = sizeof(short);
        }
        return width;
    }

    /// <summary>The width that all values of <paramref name="tensor"/> have.</summary>
    public static int Of(Tensor tensor) => tensor is IntegerTensor integers ? Of(integers.Values.AsSpan()) : sizeof(float);

    /// <summary>Whether one constant does for all values: they have the same bits, or there are none.</summary>
    public static bool IsUniform(Tensor tensor) => tensor switch
    {
        IntegerTensor integers => integers.Values.All(value => value == integers.Values[0]),
        Float32Tensor floats => floats.Values.All(value => IsSame(value, floats.Values[0])),
        _ => throw new NotSupportedException(tensor.GetType().Name),
    };

    // Zeros of either sign are equal, but not the same.
    private static bool IsSame(float a, float b) => a == b && (a != 0 || 1 / a == 1 / b);
}
