using SnnGen.Spiking.Neurons;

namespace SnnGen.Generators.Emit.Portable;

/// <summary>
/// Single precision. Older runtimes may keep a wider intermediate, or fuse a product with a sum; a cast to float rounds
/// it, and with one operation a cast the result is that of IEEE 754.
/// </summary>
internal sealed class PortableFloat32 : PortableNumbers
{
    public override string Number => "float";

    public override string Description => "single precision";

    public override string Leak(double leak, LeakForm form, string value) => $"(float)({value} * {Text.Literal.Of((float)leak)})";

    public override string Share(string value, string leak) => $"(float)({value} * {leak})";

    public override string Confine(string potential) => "";

    public override string Add(string a, string b) => $"(float)({a} + {b})";

    public override string Subtract(string a, string b) => $"(float)({a} - {b})";

    public override string Margin(double margin) => Text.Literal.Of((float)margin);

    public override string Accumulate(string current, string weight, string? factor) =>
        $"{current} = (float)({current} + {(factor is null ? weight : $"(float)({weight} * {factor})")});";

    public override string Integrate(string potential, string current) => $"float v = {Add(potential, current)};";

    public override string SaturateCurrent(string current) => "";

    public override string IsLess(string a, string b) => $"{a} < {b} || (float.IsNaN({a}) && !float.IsNaN({b}))";
}
