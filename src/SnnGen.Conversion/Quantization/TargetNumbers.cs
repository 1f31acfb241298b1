using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Conversion.Quantization;

/// <summary>The numbers that a network is to compute with, and what they make of a neuron.</summary>
internal static class TargetNumbers
{
    /// <summary>The arithmetic of the options: no wider than their chip has it.</summary>
    public static Arithmetic ArithmeticOf(ConversionOptions options)
    {
        if (options.Weights == WeightFormat.Float32)
            return new Float32Arithmetic();
        int bits = options.Weights switch
        {
            WeightFormat.Int8 => 8,
            WeightFormat.Int4 => 4,
            WeightFormat.Int3 => 3,
            WeightFormat.Int2 => 2,
            _ => throw new ArgumentOutOfRangeException(nameof(options)),
        };
        return options.Chip is { } chip
            ? new FixedPointArithmetic(Math.Min(bits, chip.WeightBits), chip.PotentialBits)
            : new FixedPointArithmetic(bits, FixedPointArithmetic.MaximumPotentialBits);
    }

    /// <summary>The neuron with leaks that it can have: in fixed point they have 12-bit mantissas. The tuning curve must know the leak that will really act.</summary>
    public static SpikingNeuron NeuronIn(SpikingNeuron neuron, Arithmetic arithmetic)
    {
        const double Unit = 1 << FixedPointArithmetic.LeakBits;
        return (neuron, arithmetic) switch
        {
            (LeakyIntegrateAndFire n, FixedPointArithmetic) => n with { Leak = Mantissa(n.Leak) },
            (CurrentBasedLeakyIntegrateAndFire n, FixedPointArithmetic) =>
                n with { SynapticLeak = Mantissa(n.SynapticLeak), Leak = n.Leak < 1 ? Mantissa(n.Leak) : 1 },
            _ => neuron,
        };

        static double Mantissa(double leak) => Math.Clamp(Math.Round(leak * Unit), 1, Unit - 1) / Unit;
    }
}
