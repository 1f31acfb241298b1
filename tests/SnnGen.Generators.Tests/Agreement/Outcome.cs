namespace SnnGen.Generators.Tests.Agreement;

/// <summary>What a run of generated code produced, in types that cross assemblies.</summary>
public sealed record Outcome(
    double[] Potentials, float[] Values, int[] Scores, int Class, double Margin, long Steps, long SynapticOperations, long Spikes, ulong[][] HiddenSpikes, bool IsNews = false)
{
    /// <summary>Membrane potentials of each layer, after the last of some steps.</summary>
    public double[][] LayerPotentials { get; init; } = [];
}
