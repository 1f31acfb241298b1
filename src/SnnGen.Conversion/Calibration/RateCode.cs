namespace SnnGen.Conversion.Calibration;

/// <summary>
/// How activations are represented by firing rates, per neuron: a = α r + γ, r in 0…1 (ReLU: α = λ, γ = 0;
/// tanh: α = 2, γ = −1; sigmoid: α = 1, γ = 0; analog input: scale and offset of the encoder).
/// </summary>
/// <param name="Scale">α, length m, positive.</param>
/// <param name="Offset">γ, length m.</param>
public sealed record RateCode(double[] Scale, double[] Offset)
{
    /// <summary>One code for all of <paramref name="neurons"/> neurons.</summary>
    public static RateCode Uniform(int neurons, double scale, double offset) =>
        new([.. Enumerable.Repeat(scale, neurons)], [.. Enumerable.Repeat(offset, neurons)]);

    /// <summary>r of activation a of neuron j, unclipped.</summary>
    public double Rate(double activation, int neuron) => (activation - Offset[neuron]) / Scale[neuron];
}
