using SnnGen.Spiking;
using SnnGen.Spiking.Simulation;

namespace SnnGen.Tool.Evaluation;

/// <summary>What an inference would have decided had it ended earlier.</summary>
internal static class DecisionTrace
{
    /// <summary>The decision after step <paramref name="step"/>, counted from 0, which was taken.</summary>
    public static int After(SimulationResult result, Readout readout, int step)
    {
        SpikeRaster spikes = result.Rasters[^1];
        int[] scores = [.. Enumerable.Range(0, spikes.Neurons).Select(output => readout switch
        {
            Readout.Count => Steps(output).Count(),
            Readout.First when Steps(output).Any() => int.MaxValue - Steps(output).First(),
            _ => 0,
        })];
        return (result with { Potentials = result.Trace[step].Potentials, Scores = scores }).Class;

        IEnumerable<int> Steps(int output) => Enumerable.Range(0, step + 1).Where(t => spikes[t, output]);
    }
}
