using System.Collections.Immutable;
using SnnGen.Spiking;
using SnnGen.Spiking.Simulation;

namespace SnnGen.Conversion.Nir.Quantization;

/// <summary>How far the spikes of a network move when its numbers change.</summary>
/// <param name="Inputs">Inputs that both ran on.</param>
/// <param name="Agreement">Share of them on which both decide alike.</param>
/// <param name="Layers">One entry a layer.</param>
public sealed record SpikeDrift(int Inputs, double Agreement, ImmutableArray<LayerDrift> Layers)
{
    /// <summary>Compares two networks of the same layers.</summary>
    /// <param name="before">The one.</param>
    /// <param name="after">The other.</param>
    /// <param name="inputs">What both run on.</param>
    /// <param name="parallel">How to parallelise.</param>
    public static SpikeDrift Between(SpikingNetwork before, SpikingNetwork after, SpikeInputs inputs, ParallelOptions parallel)
    {
        var agrees = new bool[inputs.Count];
        var counts = new (long Before, long After, long Moved)[inputs.Count][];
        Parallel.For(0, inputs.Count, parallel, () => (new ReferenceSimulator(before), new ReferenceSimulator(after)), (i, _, simulators) =>
        {
            SimulationResult a = inputs.Run(simulators.Item1, i), b = inputs.Run(simulators.Item2, i);
            agrees[i] = a.Class == b.Class;
            counts[i] = [.. a.Rasters.Zip(b.Rasters, Compare)];
            return simulators;
        }, _ => { });
        return new SpikeDrift(inputs.Count, (double)agrees.Count(same => same) / inputs.Count,
            [.. before.Layers.Select((layer, l) => new LayerDrift(layer.Name, counts.Sum(c => c[l].Before), counts.Sum(c => c[l].After), counts.Sum(c => c[l].Moved)))]);
    }

    private static (long Before, long After, long Moved) Compare(SpikeRaster before, SpikeRaster after)
    {
        (long first, long second, long moved) = (0, 0, 0);
        for (int step = 0; step < before.TimeSteps; step++)
        {
            first += before.CountFrame(step);
            second += after.CountFrame(step);
            for (int word = 0; word < before.WordsPerFrame; word++)
                moved += System.Numerics.BitOperations.PopCount(before.Frame(step)[word] ^ after.Frame(step)[word]);
        }
        return (first, second, moved);
    }
}

/// <summary>How far the spikes of one layer move.</summary>
/// <param name="Name">Name of the layer.</param>
/// <param name="Before">Spikes of the one network.</param>
/// <param name="After">Spikes of the other.</param>
/// <param name="Moved">Neurons and steps at which only one of both spikes; a spike that comes a step later counts twice.</param>
public sealed record LayerDrift(string Name, long Before, long After, long Moved)
{
    /// <summary>Such spikes for each spike of the one network; 0 where both are silent.</summary>
    public double Share => Moved == 0 ? 0 : (double)Moved / Math.Max(1, Before);
}
