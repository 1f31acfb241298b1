using SnnGen.Conversion.Chips;
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
            ? new FixedPointArithmetic(Math.Min(bits, chip.WeightBits), chip.PotentialBits) { Overflow = chip.Overflow }
            : new FixedPointArithmetic(bits, FixedPointArithmetic.UsualPotentialBits);
    }

    /// <summary>
    /// The neuron with leaks that it can have: in fixed point mantissas of 12 bits or shifts, on a chip with equations of its
    /// own those. The tuning curve must know the leak that will really act.
    /// </summary>
    public static SpikingNeuron NeuronIn(ConversionOptions options, Arithmetic arithmetic)
    {
        if (arithmetic is Float32Arithmetic)
            return options.Neuron;
        return options.Chip switch
        {
            { Equations: ChipEquations.Loihi } => Loihi(options.Neuron),
            { Leak: LeakForm.Shift } => WithLeaks(options.Neuron, _ => LeakForm.Shift),
            _ => WithLeaks(options.Neuron, form => form),
        };
    }

    private static SpikingNeuron WithLeaks(SpikingNeuron neuron, Func<LeakForm, LeakForm> formOf)
    {
        return neuron switch
        {
            LeakyIntegrateAndFire n => n with { LeakForm = formOf(n.LeakForm), Leak = Nearest(n.Leak, formOf(n.LeakForm)) },
            CurrentBasedLeakyIntegrateAndFire n => n with
            {
                LeakForm = formOf(n.LeakForm),
                SynapticLeak = Nearest(n.SynapticLeak, formOf(n.LeakForm)),
                Leak = n.Leak < 1 ? Nearest(n.Leak, formOf(n.LeakForm)) : 1,
            },
            _ => neuron,
        };

        static double Nearest(double leak, LeakForm form) => form == LeakForm.Shift
            ? LeakShift.Leak(LeakShift.Nearest(leak))
            : Mantissa(leak) / (double)(1 << FixedPointArithmetic.LeakBits);
    }

    private static LoihiNeuron Loihi(SpikingNeuron neuron) => neuron switch
    {
        LeakyIntegrateAndFire n => new LoihiNeuron(LoihiNeuron.LargestDecay, Decay(n.Leak)),
        CurrentBasedLeakyIntegrateAndFire n => new LoihiNeuron(Decay(n.SynapticLeak) - 1, n.Leak < 1 ? Decay(n.Leak) : 0),
        _ => new LoihiNeuron(LoihiNeuron.LargestDecay, 0),
    };

    private static int Decay(double leak) => (1 << LoihiNeuron.DecayBits) - Mantissa(leak);

    private static int Mantissa(double leak)
    {
        const int Unit = 1 << FixedPointArithmetic.LeakBits;
        return (int)Math.Clamp(Math.Round(leak * Unit), 1, Unit - 1);
    }
}
