namespace SnnGen.Generators.Tests.Agreement.Portable;

/// <summary>What a run of generated code produced, in types that cross assemblies.</summary>
public sealed record PortableOutcome(
    double[] Potentials, float[] Values, int[] Scores, int Returned, int Class, double Margin, long SynapticOperations, long Spikes, long StepCount, int[][] LayerSpikes, bool IsNews)
{
    /// <summary>Membrane potentials of each layer, after the last of some steps.</summary>
    public double[][] LayerPotentials { get; set; } = [];

    /// <summary>Synaptic currents likewise; none of a layer that keeps none from step to step.</summary>
    public double[][] LayerCurrents { get; set; } = [];
}
