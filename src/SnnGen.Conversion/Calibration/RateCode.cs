namespace SnnGen.Conversion.Calibration;

/// <summary>
/// How activations are represented by firing rates, per channel (a neuron of a fully connected layer): a = α r + γ, r in 0…1 (ReLU: α = λ, γ = 0;
/// tanh: α = 2, γ = −1; sigmoid: α = 1, γ = 0; analog input: scale and offset of the encoder).
/// </summary>
/// <param name="Scale">α, one a channel, positive.</param>
/// <param name="Offset">γ, one a channel.</param>
public sealed record RateCode(double[] Scale, double[] Offset)
{
    /// <summary>One code for all of <paramref name="channels"/> channels.</summary>
    public static RateCode Uniform(int channels, double scale, double offset) =>
        new([.. Enumerable.Repeat(scale, channels)], [.. Enumerable.Repeat(offset, channels)]);

    /// <summary>The code of rates that are <paramref name="factor"/> times smaller.</summary>
    public RateCode Stretched(double factor) => factor == 1 ? this : this with { Scale = [.. Scale.Select(scale => scale * factor)] };

    /// <summary>r of activation a of a channel, unclipped.</summary>
    public double Rate(double activation, int channel) => (activation - Offset[channel]) / Scale[channel];
}
