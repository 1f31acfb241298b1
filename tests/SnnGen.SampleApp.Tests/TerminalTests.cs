using SampleApp.Data;
using SampleApp.Measurement;
using SampleApp.Showcase;
using SampleApp.Terminal;

namespace SnnGen.SampleApp.Tests;

public sealed class TerminalTests
{
    [Fact]
    public void Colours_are_escape_sequences_that_end_where_they_began()
    {
        string output = Show(colour: true);

        Assert.Contains("\e[38;5;", output);
        Assert.All(output.Split('\n').Where(line => line.Contains('\e')), line => Assert.EndsWith("\e[0m", line[..(line.LastIndexOf('m') + 1)]));
    }

    [Fact]
    public void Without_colours_there_is_no_escape_sequence()
    {
        string output = Show(colour: false);

        Assert.DoesNotContain('\e', output);
        Assert.Contains('▀', output);
    }

    [Theory]
    [InlineData(8)]
    [InlineData(28)]
    public void A_picture_shows_two_rows_a_line(int side)
    {
        Screen screen = ScreenOf(new StringWriter(), colour: false);
        var halfBright = new byte[side * side];
        Array.Fill(halfBright, (byte)255, 0, side * side / 2);

        Picture picture = Picture.Draw(halfBright, side, screen);

        Assert.Equal(picture.Width, 2 * picture.Lines.Length);
        Assert.Equal(new string('█', picture.Width), picture.Lines[0]);
        Assert.Equal(new string(' ', picture.Width), picture.Lines[^1]);
    }

    [Fact]
    public void Four_neurons_share_a_character()
    {
        Assert.Equal(16, SpikeRow.Draw([0b1111_0000_0001], Glyphs.Blocks).Length);
        Assert.StartsWith("▘ █ ", SpikeRow.Draw([0b1111_0000_0001], Glyphs.Blocks));
        Assert.StartsWith(". # ", SpikeRow.Draw([0b1111_0000_0001], Glyphs.Ascii));
    }

    private static string Show(bool colour)
    {
        var output = new StringWriter { NewLine = "\n" };
        StepByStep.Show(ScreenOf(output, colour), new Subject(Networks.Digits, ShippedDigits.Small()));
        return output.ToString();
    }

    private static Screen ScreenOf(TextWriter output, bool colour) => new(output, live: true, colour, width: 80);
}
