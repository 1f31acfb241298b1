namespace SnnGen.Conversion.Analog.Folding;

/// <summary>
/// What the import of one model may take in all. Each tensor and each matrix has a bound of its own, but a small file can ask for many.
/// </summary>
/// <param name="modelLength">Bytes of the model and of the data beside it.</param>
internal sealed class FoldingBudget(long modelLength)
{
    /// <summary>Numbers that a model of any size may ask for.</summary>
    public const long ConstantNumbers = 1L << 25;

    private const long NumbersPerByte = 128, MostProducts = 1L << 35;

    private long _numbers = ConstantNumbers + NumbersPerByte * modelLength, _products = MostProducts;

    /// <summary>Counts numbers that are about to be computed.</summary>
    /// <exception cref="UnfoldableException">They are too many.</exception>
    public void TakeNumbers(long count)
    {
        if ((_numbers -= count) < 0)
            throw new UnfoldableException("with it the model computes more numbers than its size explains");
    }

    /// <summary>Counts products that are about to be added up.</summary>
    /// <exception cref="UnfoldableException">They are too many: an inference of the model would take so many, too.</exception>
    public void TakeProducts(params ReadOnlySpan<long> factors)
    {
        UInt128 count = 1;
        foreach (long factor in factors)
            count = UInt128.Min(count * (ulong)factor, MostProducts + 1);
        if ((_products -= (long)count) < 0)
            throw new UnfoldableException($"with it the model needs more than {MostProducts} products");
    }
}
