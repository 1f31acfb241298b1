using SnnGen.Spiking;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Generators.Tests.Networks;

/// <summary>Tensors of one axis, by their values.</summary>
internal static class TensorOf
{
    /// <summary>Of 32 bits.</summary>
    public static IntegerTensor Integers(params int[] values) => new(TensorShape.Of(values.Length), 32, new EquatableArray<int>(values));

    /// <summary>Of 8 bits, as weights are.</summary>
    public static IntegerTensor Bytes(params int[] values) => new(TensorShape.Of(values.Length), 8, new EquatableArray<int>(values));

    /// <summary>In single precision.</summary>
    public static Float32Tensor Floats(params float[] values) => new(TensorShape.Of(values.Length), new EquatableArray<float>(values));
}
