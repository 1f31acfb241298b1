using System.Globalization;

namespace SnnGen.Tool.Reporting.Page;

/// <summary>Numbers as people read them, alike in every culture.</summary>
internal static class Words
{
    private static readonly (double Size, string Unit)[] s_energies = [(1e6, "µJ"), (1e3, "nJ"), (1, "pJ")];

    /// <summary>A share, with two decimals.</summary>
    public static string Percent(double share) => (share * 100).ToString("0.00", CultureInfo.InvariantCulture) + " %";

    /// <summary>A count, or a mean of counts: no decimals from 100 on.</summary>
    public static string Count(double value) => value.ToString(Math.Abs(value) >= 100 || value == Math.Floor(value) ? "N0" : "N1", CultureInfo.InvariantCulture);

    /// <summary>Any number, with four digits.</summary>
    public static string Number(double value) => value.ToString("G4", CultureInfo.InvariantCulture);

    /// <summary>An energy.</summary>
    public static string Energy(double picojoules)
    {
        (double size, string unit) = s_energies.FirstOrDefault(energy => picojoules >= energy.Size, s_energies[^1]);
        return (picojoules / size).ToString("G3", CultureInfo.InvariantCulture) + " " + unit;
    }
}
