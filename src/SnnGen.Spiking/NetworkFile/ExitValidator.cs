using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;
using SnnGen.Spiking.Simulation;

namespace SnnGen.Spiking.NetworkFile;

/// <summary>Checks that a network whose inferences may end early can keep what its rule promises.</summary>
internal static class ExitValidator
{
    /// <param name="network">A network that is valid in all other respects.</param>
    public static void Validate(SpikingNetwork network)
    {
        EarlyExit exit = network.Output.Exit;
        if (exit.Rule == ExitRule.Never)
            return;
        Require(network.Output.Readout == Readout.Potential, "needs a readout whose potentials decide");
        Require(network.OutputSize >= 2, "needs at least two outputs to choose from");
        if (exit.Rule == ExitRule.Confident)
            ValidateMargin(exit.Margin, network.Arithmetic);
        else
            ValidateExact(network);
    }

    private static void ValidateMargin(double margin, Arithmetic arithmetic)
    {
        bool fits = arithmetic is FixedPointArithmetic
            ? margin <= int.MaxValue && margin == Math.Floor(margin)
            : margin <= float.MaxValue && margin == (float)margin;
        Require(margin > 0 && fits, "needs a margin above 0: in fixed point a 32-bit integer, else a single-precision number");
    }

    private static void ValidateExact(SpikingNetwork network)
    {
        if (network.Arithmetic is not FixedPointArithmetic arithmetic)
            throw Error("is exact only in fixed point, where no rounding can surpass its bounds");
        SpikingLayer readout = network.Layers[network.Layers.Count - 1];
        Require(readout.Neuron is Integrator, "is exact only for outputs that do not leak");
        Require(readout.Pooling is null, "is exact only for outputs without max pooling");
        Require(network.OutputSize <= ExitBounds.MaximumOutputs,
            $"is exact for at most {ExitBounds.MaximumOutputs} outputs, not {network.OutputSize}");
        if (network.IsShapeOnly)
            return;
        long longest = ExitBounds.LongestRun(readout, arithmetic);
        Require(network.TimeSteps <= longest,
            $"is exact only where no output can saturate, which is {longest} steps here, fewer than timeSteps {network.TimeSteps}");
    }

    private static void Require(bool condition, string problem)
    {
        if (!condition)
            throw Error(problem);
    }

    private static NetworkFileException Error(string problem) => new("an early exit " + problem);
}
