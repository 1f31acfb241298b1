using SnnGen.Spiking.Numerics;

namespace SnnGen.Spiking;

/// <summary>How the app's input becomes what the first layer receives.</summary>
/// <remarks>
/// The model's input value x is an affine function of the normalised input u: x = offset + scale · u, and u = 1
/// drives the first layer exactly as one spike does. A byte b is u = b / 255. In fixed point u is held as the
/// integer q = round(255 u) clamped to 0…255, and one spike counts as q = 255 = <see cref="FullScale"/>.
/// </remarks>
/// <param name="Shape">Shape of one input, without batch.</param>
/// <param name="Encoding">The encoding.</param>
/// <param name="Scale">Model units per unit of u; not zero.</param>
/// <param name="Offset">Model units at u = 0.</param>
public sealed record InputEncoder(TensorShape Shape, InputEncoding Encoding, float Scale, float Offset)
{
    /// <summary>Where the chance of a <see cref="InputEncoding.Poisson"/> encoder starts, not negative; 0 for every other.</summary>
    public int Seed { get; init; }

    /// <summary>Levels of a quantised input: q = 255 is u = 1.</summary>
    public const int FullScale = 255;

    /// <summary>Start of the rate encoder's accumulator, half its threshold (rounded down).</summary>
    public const int RateEncoderStart = FullScale / 2;

    /// <summary>u = (x − offset) / scale, in single precision.</summary>
    public float Normalise(float x) => (x - Offset) / Scale;

    /// <summary>q = ⌊255 u + ½⌋ clamped to 0…255; NaN becomes 0.</summary>
    public byte Quantise(float x)
    {
        float level = Normalise(x) * FullScale;
        return level > 0f ? (byte)((level < FullScale ? level : FullScale) + 0.5f) : (byte)0;
    }
}

/// <summary>How values become currents or spikes.</summary>
public enum InputEncoding
{
    /// <summary>The analog value enters the first layer's current at every step.</summary>
    Current,

    /// <summary>
    /// A deterministic rate: an IF encoder per input, threshold 255, start 127, current q; the input spikes
    /// ⌊(127 + t q) / 255⌋ times in t steps.
    /// </summary>
    Rate,

    /// <summary>
    /// Chance: at each step an input spikes with probability q / 255, independently of every other. The numbers come from
    /// a hash of seed, step and input, so that a seed gives the same spikes everywhere.
    /// </summary>
    Poisson,

    /// <summary>
    /// Time to first spike: an input spikes once, after ⌊((255 − q) T + 127) / 255⌋ steps, or not at all where that is T.
    /// Its synapses carry their current from that step to the last, and it has no further spike, so that an early spike counts more (the base
    /// conversion of Rueckauer and Liu, ISCAS 2018).
    /// </summary>
    Latency,

    /// <summary>The app supplies spikes itself, from a sensor for instance.</summary>
    Events,
}
