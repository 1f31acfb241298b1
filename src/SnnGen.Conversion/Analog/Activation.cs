namespace SnnGen.Conversion.Analog;

/// <summary>φ, element-wise.</summary>
public abstract record Activation
{
    /// <summary>φ(u).</summary>
    public abstract double Apply(double u);
}

/// <summary>φ(u) = u: the last layer.</summary>
public sealed record Identity : Activation
{
    /// <inheritdoc/>
    public override double Apply(double u) => u;
}

/// <summary>φ(u) = min(max(u, 0), c): ReLU, or a clipped one such as ReLU6.</summary>
/// <param name="Ceiling">c &gt; 0, or infinity.</param>
public sealed record Relu(double Ceiling = double.PositiveInfinity) : Activation
{
    /// <inheritdoc/>
    public override double Apply(double u) => Math.Min(Math.Max(u, 0), Ceiling);
}

/// <summary>φ(u) = tanh u.</summary>
public sealed record Tanh : Activation
{
    /// <inheritdoc/>
    public override double Apply(double u) => Math.Tanh(u);
}

/// <summary>φ(u) = 1 / (1 + e⁻ᵘ).</summary>
public sealed record Sigmoid : Activation
{
    /// <inheritdoc/>
    public override double Apply(double u) => 1 / (1 + Math.Exp(-u));
}
