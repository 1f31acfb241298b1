using System.Globalization;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Tool.Reporting.Page;

/// <summary>Numbers as people read them, alike in every culture.</summary>
internal static class Words
{
    private static readonly (double Size, string Unit)[] s_energies = [(1e6, "µJ"), (1e3, "nJ"), (1, "pJ")];
    // Thousands are written out up to four digits.
    private static readonly (double Least, double Size, string Unit)[] s_sizes = [(1e9, 1e9, " G"), (1e6, 1e6, " M"), (1e4, 1e3, " k")];

    /// <summary>A share, with two decimals.</summary>
    public static string Percent(double share) => (share * 100).ToString("0.00", CultureInfo.InvariantCulture) + "\u00a0%";

    /// <summary>A count, or a mean of counts: no decimals from 100 on.</summary>
    public static string Count(double value) => value.ToString(Math.Abs(value) >= 100 || value == Math.Floor(value) ? "N0" : "N1", CultureInfo.InvariantCulture);

    /// <summary>Any number, with four digits.</summary>
    public static string Number(double value) => value.ToString("G4", CultureInfo.InvariantCulture);

    /// <summary>A number for the mark of an axis: short.</summary>
    public static string Mark(double value)
    {
        (_, double size, string unit) = s_sizes.FirstOrDefault(one => Math.Abs(value) >= one.Least, (0, 1, ""));
        return Number(value / size) + unit;
    }

    /// <summary>The extents of a shape.</summary>
    public static string Shape(TensorShape shape) => string.Join('×', shape.Dimensions);

    /// <summary>An energy.</summary>
    public static string Energy(double picojoules)
    {
        (double size, string unit) = s_energies.FirstOrDefault(energy => picojoules >= energy.Size, s_energies[^1]);
        return (picojoules / size).ToString("G3", CultureInfo.InvariantCulture) + " " + unit;
    }
}
