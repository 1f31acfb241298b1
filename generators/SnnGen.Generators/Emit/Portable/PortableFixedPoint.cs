using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Generators.Emit.Portable;

/// <summary>Integers of 32 bits. No sum of a valid network overflows; the product of a leak takes 64 bits, and so does a sum of potentials of 32.</summary>
internal sealed class PortableFixedPoint(FixedPointArithmetic arithmetic) : PortableNumbers
{
    private const int LeakUnit = 1 << FixedPointArithmetic.LeakBits;

    private int UnusedBits => 32 - arithmetic.PotentialBits;

    // Potentials of 32 bits leave no room for a sum or a difference.
    private bool IsFull => UnusedBits == 0;

    public override string Number => "int";

    public override string Description => $"fixed point, {Int(arithmetic.WeightBits)}-bit weights, {Int(arithmetic.PotentialBits)}-bit potentials";

    // Integer division rounds toward zero, a shift down, as each must.
    public override string Leak(double leak, LeakForm form, string value) => form == LeakForm.Shift
        ? $"{value} - ({value} >> {Int(LeakShift.Of(leak)!.Value)})"
        : $"(int)((long){value} * {Int((int)(leak * LeakUnit))} / {Int(LeakUnit)})";

    public override string Share(string value, string leak) => $"(int)((long){value} * {leak} / {Int(LeakUnit)})";

    public override string Confine(string potential) => arithmetic.Overflow == PotentialOverflow.Wrap
        ? $"{potential} = {potential} << {Int(UnusedBits)} >> {Int(UnusedBits)};"
        : Clamp(potential, arithmetic.MinimumPotential, arithmetic.MaximumPotential);

    public override string Add(string a, string b) => $"{a} + {b}";

    public override string Subtract(string a, string b) => $"{a} - {b}";

    public override string DifferenceType => IsFull ? "long" : "int";

    public override string Difference(string a, string b) => IsFull ? $"(long){a} - {b}" : Subtract(a, b);

    public override string Margin(double margin) => Int((int)margin);

    public override string Accumulate(string current, string weight, string? factor) =>
        factor is null ? $"{current} += {weight};" : $"{current} += {weight} * {factor};";

    // The sum of a potential of at most 31 bits and a current fits 32, of which the low ones stay.
    public override string Integrate(string potential, string current) => (arithmetic.Overflow == PotentialOverflow.Wrap, IsFull) switch
    {
        (true, true) => $"int v = unchecked({potential} + {current});",
        (true, false) => $"int v = {potential} + {current};\nv = v << {Int(UnusedBits)} >> {Int(UnusedBits)};",
        (false, true) => $"""
            long sum = (long)({potential}) + {current};
            int v = sum > {Int(int.MaxValue)} ? {Int(int.MaxValue)} : sum < {Int(int.MinValue)} ? {Int(int.MinValue)} : (int)sum;
            """,
        _ => $"int v = {potential} + {current};\n" + Clamp("v", arithmetic.MinimumPotential, arithmetic.MaximumPotential),
    };

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
