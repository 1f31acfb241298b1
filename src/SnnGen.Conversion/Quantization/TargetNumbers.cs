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
        return options.Chip switch
        {
            null => new FixedPointArithmetic(WeightBits(options), FixedPointArithmetic.UsualPotentialBits),
            // Its synapses hold fewer levels in 8 bits as well, and thresholds and biases then fit their registers.
            { Equations: ChipEquations.Loihi } chip => new FixedPointArithmetic(chip.WeightBits, chip.PotentialBits),
            { } chip => new FixedPointArithmetic(WeightBits(options), chip.PotentialBits) { Overflow = chip.Overflow },
        };
    }

    /// <summary>Bits of the levels that an integer weight may have: no more than the chip has.</summary>
    public static int WeightBits(ConversionOptions options)
    {
        int bits = options.Weights switch
        {
            WeightFormat.Int8 => 8,
            WeightFormat.Int4 => 4,
            WeightFormat.Int3 => 3,
            WeightFormat.Int2 => 2,
            _ => throw new ArgumentOutOfRangeException(nameof(options)),
        };
        return Math.Min(bits, options.Chip?.WeightBits ?? bits);
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
