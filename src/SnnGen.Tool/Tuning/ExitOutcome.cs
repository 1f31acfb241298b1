using SnnGen.Spiking.Simulation;

namespace SnnGen.Tool.Tuning;

/// <summary>How an inference of all steps would have ended with an early exit.</summary>
/// <param name="Class">The decision.</param>
/// <param name="Steps">Steps taken.</param>
/// <param name="Spikes">Spikes until then, input excluded.</param>
/// <param name="SynapticOperations">Products of a weight and a nonzero input until then.</param>
internal readonly record struct ExitOutcome(int Class, int Steps, long Spikes, long SynapticOperations)
{
    /// <summary>The outcome of <paramref name="result"/>, which took all steps, with <paramref name="exit"/>.</summary>
    public static ExitOutcome Of(SimulationResult result, ExitTest exit)
    {
        int steps = 1;
        while (steps < result.Steps && !exit.Holds(result.Trace[steps - 1].Potentials, steps, result.Steps))
            steps++;
        StepTrace end = result.Trace[steps - 1];
        int decision = steps == result.Steps ? result.Class : (result with { Potentials = end.Potentials }).Class;
        long spikes = result.Rasters.Sum(raster => Enumerable.Range(0, steps).Sum(step => (long)raster.CountFrame(step)));
        return new ExitOutcome(decision, steps, spikes, end.SynapticOperations);
    }
}
