using System.Text.Json;
using System.Text.RegularExpressions;
using SnnGen.Spiking;
using SnnGen.Spiking.NetworkFile;
using SnnGen.Spiking.Simulation;

namespace SnnGen.Repository.Tests;

/// <summary>docs/network-file.md: its example is a network, and computes what the page says.</summary>
public sealed partial class NetworkFilePageTests
{
    private static readonly string s_page = Repository.Read("docs/network-file.md");
    private static readonly string s_example = Example().Match(s_page).Groups["json"].Value;

    [Fact]
    public void The_example_is_what_the_writer_writes() =>
        Assert.Equal(s_example, NetworkFileWriter.Write(NetworkFileReader.Read(s_example)));

    [Fact]
    public void The_worked_steps_are_those_of_the_reference_simulator()
    {
        SpikingNetwork network = NetworkFileReader.Read(s_example);
        Match[] steps = [.. Step().Matches(s_page).Cast<Match>()];
        Assert.Equal(network.TimeSteps, steps.Length);

        for (int t = 1; t <= steps.Length; t++)
        {
            SimulationResult result = new ReferenceSimulator(network with { TimeSteps = t }).Run(new byte[] { 200, 100 });
            IEnumerable<int> spiking = Enumerable.Range(0, 2).Where(neuron => result.Rasters[0][t - 1, neuron]);

            Assert.Equal(string.Join(", ", spiking), steps[t - 1].Groups["spikes"].Value);
            Assert.Equal(new[] { Number(steps[t - 1], "left"), Number(steps[t - 1], "right") }, result.Potentials);
        }
    }

    [Fact]
    public void The_stated_result_is_that_of_the_reference_simulator()
    {
        SpikingNetwork network = NetworkFileReader.Read(s_example);
        SimulationResult result = new ReferenceSimulator(network).Run(new byte[] { 200, 100 });

        Assert.Contains(
            $"class {result.Class}, `{network.Labels[result.Class]}`, after {result.Spikes} spikes and {result.SynapticOperations} synaptic operations",
            s_page);
    }

    [Fact]
    public void Every_member_of_the_example_is_explained()
    {
        using JsonDocument document = JsonDocument.Parse(s_example);
        string[] names = [.. Names(document.RootElement).Distinct().Except(["tool"])];

        Assert.True(names.Length > 20);
        Assert.All(names, name => Assert.Contains($"| `{name}` |", s_page));
    }

    private static IEnumerable<string> Names(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Names(member.Value).Prepend(member.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Names),
        _ => [],
    };

    private static double Number(Match match, string group) =>
        double.Parse(match.Groups[group].Value, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"```json\n(?<json>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex(@"^\| [1-9] \| -?\d+ \| -?\d+ \| (?<spikes>[\d, ]*) \| (?<left>-?\d+) \| (?<right>-?\d+) \|$", RegexOptions.Multiline)]
    private static partial Regex Step();
}
