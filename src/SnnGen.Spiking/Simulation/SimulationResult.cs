namespace SnnGen.Spiking.Simulation;

/// <summary>What one inference of the reference simulator produced.</summary>
/// <param name="Potentials">Membrane potentials of the output layer after the last step taken.</param>
/// <param name="Values">The outputs in the units of the ANN (<see cref="OutputDecoder"/>); none of a readout that spikes.</param>
/// <param name="Rasters">Spikes of every layer, input excluded, in order: T frames, those of steps not taken empty, as is all of a readout that integrates.</param>
/// <param name="Scores">
/// What decides before the potentials do, one an output: spikes (<see cref="Readout.Count"/>), 2³¹ − 1 minus the step of the
/// first one, from 0, or 0 without one (<see cref="Readout.First"/>), or nothing but zeros.
/// </param>
/// <param name="SynapticOperations">Products of a weight and a nonzero input; a constant input counts once.</param>
/// <param name="Steps">Steps taken: T, or fewer after an early exit.</param>
public sealed record SimulationResult(
    double[] Potentials, float[] Values, SpikeRaster[] Rasters, int[] Scores, long SynapticOperations, int Steps)
{
    /// <summary>One entry a step taken.</summary>
    public IReadOnlyList<StepTrace> Trace { get; init; } = [];

    /// <summary><see cref="SynapticOperations"/> of each layer, in order.</summary>
    public IReadOnlyList<long> LayerOperations { get; init; } = [];

    /// <summary>Membrane potentials of each layer after the last step taken, in order.</summary>
    public IReadOnlyList<double[]> LayerPotentials { get; init; } = [];

    /// <summary>Synaptic currents likewise; zero for neurons without.</summary>
    public IReadOnlyList<double[]> LayerCurrents { get; init; } = [];

    /// <summary>The decision: the output of highest score, of these the one of largest potential, the lowest index on a tie.</summary>
    public int Class
    {
        get
        {
            int score = Scores.Max();
            int[] leaders = [.. Enumerable.Range(0, Scores.Length).Where(j => Scores[j] == score)];
            double largest = leaders.Max(j => Potentials[j]);
            return leaders.First(j => Potentials[j].Equals(largest));
        }
    }

    /// <summary>Spikes of all layers, input excluded.</summary>
    public long Spikes =>
        Rasters.Sum(raster => Enumerable.Range(0, raster.TimeSteps).Sum(step => (long)raster.CountFrame(step)));
}
