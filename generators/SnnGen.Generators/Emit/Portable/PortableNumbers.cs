using SnnGen.Generators.Planning.Portable;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Generators.Emit.Portable;

/// <summary>Arithmetic of the portable profile as text: each operation gives the same bits on every runtime.</summary>
internal abstract class PortableNumbers
{
    /// <summary>Type of currents and potentials.</summary>
    public abstract string Number { get; }

    /// <summary>The format in words.</summary>
    public abstract string Description { get; }

    /// <summary>An expression, α v.</summary>
    public abstract string Leak(double leak, LeakForm form, string value);

    /// <summary>An expression, the share of a value that a leak of a table leaves.</summary>
    public abstract string Share(string value, string leak);

    /// <summary>Statements that bring a potential back into its range.</summary>
    public abstract string Confine(string potential);

    /// <summary>An expression, a + b.</summary>
    public abstract string Add(string a, string b);

    /// <summary>An expression, a − b.</summary>
    public abstract string Subtract(string a, string b);

    /// <summary>Type of the difference of two potentials.</summary>
    public virtual string DifferenceType => Number;

    /// <summary>An expression, the difference of two potentials.</summary>
    public virtual string Difference(string a, string b) => Subtract(a, b);

    /// <summary>Literal of a difference of potentials that an early exit asks for.</summary>
    public abstract string Margin(double margin);

    /// <summary>A statement that adds a weight, times a factor where there is one, to a current.</summary>
    public abstract string Accumulate(string current, string weight, string? factor);

    /// <summary>Statements that declare a potential <c>v</c>, a sum within its range.</summary>
    public abstract string Integrate(string potential, string current);

    /// <summary>Statements that keep a synaptic current within its range.</summary>
    public abstract string SaturateCurrent(string current);

    /// <summary>An expression: whether a is less than b, what is no number being less than all.</summary>
    public abstract string IsLess(string a, string b);

    /// <summary>One value of a table.</summary>
    public static string Literal(PortableTable table, int index) => table.Element == TableElement.Float32
        ? Text.Literal.Of(table.Floats[index])
        : Text.Literal.Of(table.Integers[index]);

    public static PortableNumbers For(Spiking.Numerics.Arithmetic arithmetic) => arithmetic switch
    {
        Float32Arithmetic => new PortableFloat32(),
        FixedPointArithmetic fixedPoint => new PortableFixedPoint(fixedPoint),
        _ => throw new NotSupportedException(arithmetic.ToString()),
    };
}
