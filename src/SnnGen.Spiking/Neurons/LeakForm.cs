namespace SnnGen.Spiking.Neurons;

/// <summary>How a leak is computed in fixed point; in single precision a share is only a factor.</summary>
public enum LeakForm
{
    /// <summary>β = m / 2¹², and β v is trunc(v m / 2¹²), rounded toward zero (the default).</summary>
    Mantissa,

    /// <summary>β = 1 − 2⁻ᵏ, and β v is v − (v ≫ k), the shift arithmetic, which rounds down.</summary>
    Shift,
}

/// <summary>The shares of <see cref="LeakForm.Shift"/>.</summary>
public static class LeakShift
{
    /// <summary>The largest k; the smallest is 1.</summary>
    public const int Largest = 15;

    /// <summary>β = 1 − 2⁻ᵏ.</summary>
    /// <param name="shift">k, 1 to <see cref="Largest"/>.</param>
    public static double Leak(int shift) => 1 - 1.0 / (1 << shift);

    /// <summary>k of β, or null where β is not 1 − 2⁻ᵏ.</summary>
    /// <param name="leak">β.</param>
    public static int? Of(double leak)
    {
        int shift = Nearest(leak);
        return Leak(shift) == leak ? shift : null;
    }

    /// <summary>The k whose share is nearest to <paramref name="leak"/>; of two, the smaller.</summary>
    public static int Nearest(double leak)
    {
        int nearest = 1;
        for (int shift = 2; shift <= Largest; shift++)
            nearest = Math.Abs(Leak(shift) - leak) < Math.Abs(Leak(nearest) - leak) ? shift : nearest;
        return nearest;
    }
}
