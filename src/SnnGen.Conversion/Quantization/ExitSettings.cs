using SnnGen.Conversion.Diagnostics;
using SnnGen.Spiking;
using SnnGen.Spiking.Numerics;
using SnnGen.Spiking.Simulation;

namespace SnnGen.Conversion.Quantization;

/// <summary>The early exit of a network in its own numbers, from the designer's choice in those of the ANN.</summary>
public static class ExitSettings
{
    /// <summary>The exit: the margin of equation (16) of docs/mathematics.md, in fixed point rounded up.</summary>
    /// <param name="options">The choice.</param>
    /// <param name="scale">Units of the ANN's last preactivation per unit of potential and step.</param>
    /// <param name="arithmetic">The numbers.</param>
    public static EarlyExit Choose(ConversionOptions options, double scale, Arithmetic arithmetic)
    {
        if (options.Exit != ExitRule.Confident)
            return new EarlyExit(options.Exit);
        double margin = options.ExitMargin / scale;
        return EarlyExit.Confident(arithmetic is FixedPointArithmetic
            ? Math.Clamp(Math.Ceiling(margin), 1, int.MaxValue)
            : Math.Clamp((float)margin, float.Epsilon, float.MaxValue));
    }

    /// <summary>Checks that a network can exit as the options say.</summary>
    /// <exception cref="ConversionException">SNN1008: it cannot.</exception>
    internal static void Require(ConversionOptions options, int outputs, string modelFile)
    {
        if (options.Exit == ExitRule.Never)
            return;
        bool isExact = options.Exit == ExitRule.Exact;
        string? problem =
            options.Readout != Readout.Potential ? "an early exit is defined for the readout Potential only; choose that one, or the exit Never"
            : outputs < 2 ? "an early exit needs at least two outputs to decide between; choose the exit Never"
            : isExact && options.Weights == WeightFormat.Float32 ? "the exit Exact needs integer weights: rounding of single precision can surpass its bounds; choose Int8, or the exit Confident"
            : isExact && outputs > ExitBounds.MaximumOutputs ? $"the exit Exact is for at most {ExitBounds.MaximumOutputs} outputs, not {outputs}; choose the exit Confident"
            : !isExact && options.ExitMargin is not (> 0 and < double.PositiveInfinity) ? "the exit margin must be above 0 and finite"
            : null;
        if (problem is not null)
            throw new ConversionException(DiagnosticDescriptors.InvalidSetting, modelFile, problem);
    }
}
