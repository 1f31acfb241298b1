using SnnGen.Spiking.Numerics;

namespace SnnGen.Generators.Emit.Portable;

/// <summary>Integers of 32 bits. No sum of a valid network overflows; the product of a leak takes 64 bits.</summary>
internal sealed class PortableFixedPoint(FixedPointArithmetic arithmetic) : PortableNumbers
{
    private const int LeakUnit = 1 << FixedPointArithmetic.LeakBits;

    public override string Number => "int";

    public override string Description => $"fixed point, {Int(arithmetic.WeightBits)}-bit weights, {Int(arithmetic.PotentialBits)}-bit potentials";

    // Integer division rounds toward zero, as it must.
    public override string Leak(double leak, string value) => $"(int)((long){value} * {Int((int)(leak * LeakUnit))} / {Int(LeakUnit)})";

    public override string Add(string a, string b) => $"{a} + {b}";

    public override string Subtract(string a, string b) => $"{a} - {b}";

    public override string Accumulate(string current, string weight, string? factor) =>
        factor is null ? $"{current} += {weight};" : $"{current} += {weight} * {factor};";

    public override string Saturate(string potential) => Clamp(potential, arithmetic.MinimumPotential, arithmetic.MaximumPotential);

    public override string SaturateCurrent(string current) =>
        Clamp(current, -FixedPointArithmetic.CurrentLimit, FixedPointArithmetic.CurrentLimit);

    public override string IsLess(string a, string b) => $"{a} < {b}";

    private static string Clamp(string value, int minimum, int maximum) => $"""
        if ({value} > {Int(maximum)})
            {value} = {Int(maximum)};
        if ({value} < {Int(minimum)})
            {value} = {Int(minimum)};
        """;

    private static string Int(int value) => Text.Literal.Of(value);
}
