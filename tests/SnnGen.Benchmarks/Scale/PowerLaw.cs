namespace SnnGen.Benchmarks.Scale;

/// <summary>y = a xᵏ, fitted by least squares to the logarithms.</summary>
/// <param name="Exponent">k: 1 is linear growth, 2 quadratic.</param>
/// <param name="Determination">R²: how much of the spread of log y the line explains.</param>
internal sealed record PowerLaw(double Exponent, double Determination)
{
    public static PowerLaw Fit(IReadOnlyList<double> sizes, IReadOnlyList<double> costs)
    {
        double[] x = [.. sizes.Select(size => Math.Log(size))], y = [.. costs.Select(cost => Math.Log(cost))];
        double meanX = x.Average(), meanY = y.Average();
        double xx = x.Sum(value => (value - meanX) * (value - meanX)), yy = y.Sum(value => (value - meanY) * (value - meanY));
        double xy = x.Zip(y, (a, b) => (a - meanX) * (b - meanY)).Sum();
        return new PowerLaw(xy / xx, yy == 0 ? 1 : xy * xy / (xx * yy));
    }
}
