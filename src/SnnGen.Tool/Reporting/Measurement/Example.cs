using SnnGen.Spiking;
using SnnGen.Spiking.Simulation;
using SnnGen.Tool.Evaluation;

namespace SnnGen.Tool.Reporting.Measurement;

/// <summary>One inference, shown whole.</summary>
/// <param name="Index">Number of the input.</param>
/// <param name="Truth">Its class, or null.</param>
/// <param name="Reference">What the reference decides.</param>
/// <param name="Picture">The input as a picture, or null.</param>
/// <param name="Input">The input as spikes, or null.</param>
/// <param name="Result">The inference.</param>
internal sealed record Example(int Index, int? Truth, int Reference, Picture? Picture, SpikeRaster? Input, SimulationResult Result)
{
    private const int Count = 3;

    /// <summary>The first inputs, and the first on which the network errs, or decides otherwise than the reference.</summary>
    public static Example[] Choose(SpikingNetwork network, IReportSamples samples, ActivityRecorder activity)
    {
        int[] expected = activity.Classes ?? activity.References;
        int odd = Array.FindIndex([.. activity.Decisions.Select((decision, i) => decision != expected[i])], isOdd => isOdd);
        IEnumerable<int> chosen = Enumerable.Range(0, Math.Min(Count, samples.Count));
        var simulator = new ReferenceSimulator(network);
        return [.. (odd >= 0 ? chosen.Append(odd) : chosen).Distinct().Select(i => new Example(
            i, activity.Classes?[i], activity.References[i], samples.PictureOf(i), samples.SpikesOf(i), samples.Run(simulator, i)))];
    }
}
