namespace SnnGen.Conversion.Data;

/// <summary>A data file is not what it should be; gets the file's name and a cure where it is caught.</summary>
/// <param name="problem">What is wrong, for people.</param>
/// <param name="isMismatch">True where the file is sound, but its values cannot be used.</param>
internal sealed class DataFault(string problem, bool isMismatch = false) : Exception(problem)
{
    /// <summary>True where the file is sound, but its values cannot be used.</summary>
    public bool IsMismatch => isMismatch;
}
