using System.Text.RegularExpressions;
using SnnGen.SampleApp.Tests.Support;

namespace SnnGen.SampleApp.Tests;

public sealed partial class DefaultRunTests(DefaultRun run) : IClassFixture<DefaultRun>
{
    private readonly AppRun _run = run.Result;

    [Fact]
    public void Succeeds_in_silence_on_standard_error()
    {
        Assert.Equal("", _run.Errors);
        Assert.Equal(0, _run.ExitCode);
    }

    [Fact]
    public void Shows_at_most_three_inferences_a_network_the_digits_first()
    {
        string[] sections = Regex.Split(_run.Output, @"^(?=\w+Snn on )", RegexOptions.Multiline)[1..];

        Assert.Equal(["DigitsSnn", "MnistSnn"], sections.Select(section => section.Split(' ')[0]));
        Assert.All(sections, section =>
        {
            Assert.InRange(Verdict().Count(section), 2, 3);
            Assert.Contains("the hardest that it gets right", section);
            Assert.Contains("wrong, since step", section);
        });
    }

    [Fact]
    public void Shows_every_step_of_every_inference() =>
        Assert.Equal(Verdict().Count(_run.Output) * 8, Step().Count(_run.Output));

    [Fact]
    public void The_spiking_networks_keep_the_accuracy_of_the_original_ones()
    {
        double[] spiking = _run.Row("spiking network right"), original = _run.Row("original network right");

        Assert.True(spiking[0] >= 97, $"DigitsSnn: {spiking[0]} %");
        Assert.Equal(3, spiking.Length);
        Assert.All(spiking.Zip(original), pair => Assert.InRange(pair.First - pair.Second, -1, 2));
        Assert.All(_run.Row("both say the same"), agreement => Assert.InRange(agreement, 97, 100));
    }

    [Fact]
    public void No_network_allocates() => Assert.Equal([0, 0, 0], _run.Row("allocated per image"));

    [Fact]
    public void Latency_and_sizes_are_measured()
    {
        Assert.All(_run.Row("time per image, median"), time => Assert.InRange(time, 0.05, 100_000));
        Assert.Equal([3.5, 99.2, 397.0], _run.Row("weights"));
        Assert.Contains("SampleApp.dll is ", _run.Output);
    }

    [Fact]
    public void Output_to_a_pipe_is_plain_ASCII_of_at_most_80_columns()
    {
        Assert.DoesNotContain(_run.Output, character => character is not '\n' and not '\r' and (< ' ' or > '~'));
        Assert.All(_run.Output.Split('\n'), line => Assert.InRange(line.TrimEnd().Length, 0, 80));
    }

    [GeneratedRegex(@"says \d, (right|wrong), since step \d")]
    private static partial Regex Verdict();

    [GeneratedRegex(@" [1-8] .{16,32}  .{10} \d\r?$", RegexOptions.Multiline)]
    private static partial Regex Step();
}
