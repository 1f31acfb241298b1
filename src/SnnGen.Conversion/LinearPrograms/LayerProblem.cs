using System.Collections.Immutable;
using SnnGen.Conversion.Analog;

namespace SnnGen.Conversion.LinearPrograms;

/// <summary>All programs of one layer: one for each group of its convolution, otherwise one.</summary>
/// <param name="Prior">The layer in units of the threshold, weights per rate: where the programs start.</param>
/// <param name="Programs">The programs, one a group.</param>
/// <param name="Synapses">Which weights the programs may change.</param>
public sealed record LayerProblem(AnalogLayer Prior, ImmutableArray<LayerProgram> Programs, FreeSynapses Synapses)
{
    /// <summary>The layer with the weights and biases of the solutions.</summary>
    /// <param name="solutions">One a program.</param>
    public AnalogLayer Assemble(IReadOnlyList<LayerSolution> solutions)
    {
        var deviation = new double[Prior.Channels];
        int perGroup = Prior.Channels / solutions.Count;
        for (int group = 0; group < solutions.Count; group++)
            for (int k = 0; k < perGroup; k++)
                deviation[group * perGroup + k] = solutions[group].Bias[k] - Programs[group].PriorBias[k];
        return Prior with
        {
            Projections = Synapses.Replace(Prior.Projections, [.. solutions.Select(solution => solution.Weights)]),
            Bias = [.. Prior.Bias.Select((b, j) => b + deviation[j % deviation.Length])],
        };
    }
}
