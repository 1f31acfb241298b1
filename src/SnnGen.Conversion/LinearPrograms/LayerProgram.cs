using MathNet.Numerics.LinearAlgebra;

namespace SnnGen.Conversion.LinearPrograms;

/// <summary>
/// The linear programs of one layer, one for each of its m neurons over the same rates X (docs/mathematics.md, eq. 7):
/// minimise over w, b:  (1/N) Σ_i ρ_i(x_i·w + b − κ_i) + μ Σ_j |w_j − w⁰_j|,
/// with ρ = |·| where the ANN unit is active, max(0, ·) where it is silent (any lower current is as good) and
/// max(0, −·) where it is saturated (any higher current is as good).
/// </summary>
/// <param name="Name">Name of the layer.</param>
/// <param name="Rates">X, N × n.</param>
/// <param name="Prior">W⁰, n × m: the ANN's weights in units of the threshold.</param>
/// <param name="PriorBias">b⁰, length m.</param>
/// <param name="Targets">κ, N × m: target currents, in units of the threshold a step.</param>
/// <param name="Sides">N × m, row-major: on which sides a residual costs.</param>
/// <param name="Offsets">Currents that no weight of the program changes, N × m.</param>
/// <param name="Anchor">μ &gt; 0: price of leaving the prior, per unit of weight (LeastAbsolute).</param>
public sealed record LayerProgram(
    string Name,
    RateMatrix Rates,
    Matrix<double> Prior,
    Vector<double> PriorBias,
    Matrix<double> Targets,
    TargetSide[] Sides,
    Matrix<double> Offsets,
    double Anchor)
{
    /// <summary>N.</summary>
    public int Samples => Rates.Samples;

    /// <summary>n.</summary>
    public int Inputs => Rates.Inputs;

    /// <summary>m.</summary>
    public int Neurons => Prior.ColumnCount;

    /// <summary>Where the residual of sample i and neuron j costs.</summary>
    public TargetSide Side(int sample, int neuron) => Sides[sample * Neurons + neuron];
}

/// <summary>On which side of its target a current costs.</summary>
public enum TargetSide : byte
{
    /// <summary>Active unit: both sides.</summary>
    Equal,

    /// <summary>Silent unit: only above.</summary>
    AtMost,

    /// <summary>Saturated unit: only below.</summary>
    AtLeast,
}
