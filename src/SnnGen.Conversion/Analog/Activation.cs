namespace SnnGen.Conversion.Analog;

/// <summary>φ, element-wise, nowhere decreasing.</summary>
public abstract record Activation
{
    /// <summary>Infimum of φ, or −infinity.</summary>
    public abstract double Infimum { get; }

    /// <summary>Supremum of φ, or infinity.</summary>
    public abstract double Supremum { get; }

    /// <summary>φ(u).</summary>
    public abstract double Apply(double u);
}

/// <summary>φ(u) = u: the last layer, and populations that stand for a linear quantity.</summary>
public sealed record Identity : Activation
{
    /// <inheritdoc/>
    public override double Infimum => double.NegativeInfinity;

    /// <inheritdoc/>
    public override double Supremum => double.PositiveInfinity;

    /// <inheritdoc/>
    public override double Apply(double u) => u;
}

/// <summary>φ(u) = min(max(u, floor), ceiling): ReLU, or a clipped one such as ReLU6 and hard tanh.</summary>
/// <param name="Ceiling">Above the floor, or infinity.</param>
/// <param name="Floor">Finite.</param>
public sealed record Relu(double Ceiling = double.PositiveInfinity, double Floor = 0) : Activation
{
    /// <inheritdoc/>
    public override double Infimum => Floor;

    /// <inheritdoc/>
    public override double Supremum => Ceiling;

    /// <inheritdoc/>
    public override double Apply(double u) => Math.Min(Math.Max(u, Floor), Ceiling);
}

/// <summary>φ(u) = u above 0, slope · u below.</summary>
/// <param name="Slope">Not negative.</param>
public sealed record LeakyRelu(double Slope) : Activation
{
    /// <inheritdoc/>
    public override double Infimum => Slope == 0 ? 0 : double.NegativeInfinity;

    /// <inheritdoc/>
    public override double Supremum => double.PositiveInfinity;

    /// <inheritdoc/>
    public override double Apply(double u) => u < 0 ? Slope * u : u;
}

/// <summary>φ(u) = u above 0, α (eᵘ − 1) below.</summary>
/// <param name="Alpha">α, not negative.</param>
public sealed record Elu(double Alpha) : Activation
{
    /// <inheritdoc/>
    public override double Infimum => -Alpha;

    /// <inheritdoc/>
    public override double Supremum => double.PositiveInfinity;

    /// <inheritdoc/>
    public override double Apply(double u) => u < 0 ? Alpha * (Math.Exp(u) - 1) : u;
}

/// <summary>φ(u) = log(1 + eᵘ).</summary>
public sealed record Softplus : Activation
{
    /// <inheritdoc/>
    public override double Infimum => 0;

    /// <inheritdoc/>
    public override double Supremum => double.PositiveInfinity;

    /// <inheritdoc/>
    public override double Apply(double u) => Math.Max(u, 0) + Math.Log(1 + Math.Exp(-Math.Abs(u)));
}

/// <summary>φ(u) = min(max(α u + β, 0), 1).</summary>
/// <param name="Alpha">α, positive.</param>
/// <param name="Beta">β.</param>
public sealed record HardSigmoid(double Alpha, double Beta) : Activation
{
    /// <inheritdoc/>
    public override double Infimum => 0;

    /// <inheritdoc/>
    public override double Supremum => 1;

    /// <inheritdoc/>
    public override double Apply(double u) => Math.Clamp(Alpha * u + Beta, 0, 1);
}

/// <summary>φ(u) = tanh u.</summary>
public sealed record Tanh : Activation
{
    /// <inheritdoc/>
    public override double Infimum => -1;

    /// <inheritdoc/>
    public override double Supremum => 1;

    /// <inheritdoc/>
    public override double Apply(double u) => Math.Tanh(u);
}

/// <summary>φ(u) = 1 / (1 + e⁻ᵘ).</summary>
public sealed record Sigmoid : Activation
{
    /// <inheritdoc/>
    public override double Infimum => 0;

    /// <inheritdoc/>
    public override double Supremum => 1;

    /// <inheritdoc/>
    public override double Apply(double u) => 1 / (1 + Math.Exp(-u));
}
