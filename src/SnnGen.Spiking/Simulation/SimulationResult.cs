namespace SnnGen.Spiking.Simulation;

/// <summary>What one inference of the reference simulator produced.</summary>
/// <param name="Potentials">Membrane potentials of the output layer after T steps.</param>
/// <param name="Values">The outputs in the units of the ANN (<see cref="OutputDecoder"/>).</param>
/// <param name="Rasters">Spikes of every layer, input excluded, in order; the readout's is empty.</param>
/// <param name="SynapticOperations">Products of a weight and a nonzero input; a constant input counts once.</param>
public sealed record SimulationResult(
    double[] Potentials, float[] Values, SpikeRaster[] Rasters, long SynapticOperations)
{
    /// <summary>The decision: the output neuron of largest potential, the lowest index on a tie.</summary>
    public int Class => Array.IndexOf(Potentials, Potentials.Max());

    /// <summary>Spikes of all layers, input excluded.</summary>
    public long Spikes =>
        Rasters.Sum(raster => Enumerable.Range(0, raster.TimeSteps).Sum(step => (long)raster.CountFrame(step)));
}
