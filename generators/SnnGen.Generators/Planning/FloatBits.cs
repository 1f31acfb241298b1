using System.Runtime.CompilerServices;

namespace SnnGen.Generators.Planning;

/// <summary>IEEE 754 bits of a float, which netstandard2.0 has no method for.</summary>
internal static class FloatBits
{
    public static uint Of(float value) => Unsafe.As<float, uint>(ref value);
}
