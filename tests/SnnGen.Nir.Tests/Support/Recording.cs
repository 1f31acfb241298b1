using System.Globalization;

namespace SnnGen.Nir.Tests.Support;

/// <summary>What a simulator recorded of one neuron: a row a step, of input, membrane potential and spike.</summary>
/// <param name="Input">Inputs; above 0 where there is a spike.</param>
/// <param name="Potential">Potentials, in the simulator's units.</param>
/// <param name="Spikes">Whether the neuron spikes.</param>
internal sealed record Recording(double[] Input, double[] Potential, bool[] Spikes)
{
    /// <summary>The recording of a simulator, as <c>norse</c>.</summary>
    public static Recording Of(string simulator)
    {
        double[][] rows = [.. File.ReadLines(SharedData.Path("nir", "paper", "01_lif", $"lif_{simulator}.csv"))
            .Select(line => line.Split(',').Select(text => double.Parse(text, CultureInfo.InvariantCulture)).ToArray())];
        return new Recording([.. rows.Select(row => row[0])], [.. rows.Select(row => row[1])], [.. rows.Select(row => row[2] > 0)]);
    }
}
