using System.Globalization;
using System.Xml.Linq;
using SnnGen.Spiking.Numerics;
using SnnGen.Spiking.Simulation;
using SnnGen.Tool.Reporting.Charts;
using SnnGen.Tool.Reporting.Measurement;
using SnnGen.Tool.Reporting.Page;

namespace SnnGen.Tool.Tests.Reporting;

/// <summary>Charts show what they are given.</summary>
public class ChartTests
{
    [Theory]
    [InlineData(0, 1, 5, new[] { 0, 0.2, 0.4, 0.6, 0.8, 1 })]
    [InlineData(1, 8, 8, new double[] { 1, 2, 3, 4, 5, 6, 7, 8 })]
    [InlineData(-1, 1, 2, new double[] { -1, 0, 1 })]
    [InlineData(970, 1030, 4, new double[] { 980, 1000, 1020 })]
    public void Marks_are_round(double low, double high, int count, double[] expected) =>
        Assert.Equal(expected, new Axis(low, high, 0, 100).Marks(count).Select(mark => Math.Round(mark, 9)));

    [Fact]
    public void An_axis_of_one_value_has_an_extent()
    {
        Axis axis = Axis.Around([3], double.NegativeInfinity, double.PositiveInfinity, 0, 10);
        Assert.Equal(5, axis.At(3), 9);
        Assert.NotEmpty(axis.Marks(4));
    }

    [Fact]
    public void A_raster_has_a_dash_for_each_spike()
    {
        var raster = new SpikeRaster(4, 100);
        (int Step, int Neuron)[] spikes = [(0, 0), (3, 99), (1, 50), (2, 50)];
        foreach ((int step, int neuron) in spikes)
            raster[step, neuron] = true;
        string path = (string)RasterChart.Draw([("layer", raster, "c1")], 4).Descendants("path").Single().Attribute("d")!;
        Assert.Equal(spikes.Length, path.Count(c => c == 'M'));
    }

    [Fact]
    public void Of_a_large_population_every_kth_neuron_is_shown()
    {
        var raster = new SpikeRaster(1, 1000);
        for (int neuron = 0; neuron < 1000; neuron++)
            raster[0, neuron] = true;
        XElement chart = RasterChart.Draw([("layer", raster, "c1")], 1);
        Assert.Contains("1,000 neurons, one in 7 shown", chart.Value);
        Assert.Equal(143, ((string)chart.Descendants("path").Single().Attribute("d")!).Count(c => c == 'M'));
    }

    [Fact]
    public void Numbers_are_written_alike_in_every_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            var german = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            (german.NumberFormat.NumberDecimalSeparator, german.NumberFormat.NumberGroupSeparator) = (",", ".");
            CultureInfo.CurrentCulture = german;
            Assert.Equal("1,234", Words.Count(1234.4));
            Assert.Equal("12.35\u00a0%", Words.Percent(0.12345));
            Assert.Equal(("5.3 pJ", "1.5 nJ", "2.36 µJ"), (Words.Energy(5.3), Words.Energy(1500), Words.Energy(2.36e6)));
            Assert.Equal(("20 k", "-0.5", "9000"), (Words.Mark(20000), Words.Mark(-0.5), Words.Mark(9000)));
            Assert.Equal("1.5", Html.N(1.5));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(new[] { 1, 4, 5 }, 4, 5)]
    [InlineData(new[] { 4, 5, 3 }, 4, 5)]
    [InlineData(new[] { 25 }, 5, 5)]
    [InlineData(new[] { 24 }, 0, 0)]
    [InlineData(new[] { 7, 4, 5 }, 0, 0)]
    public void Inputs_that_look_like_pictures_are_shown_as_such(int[] shape, int height, int width)
    {
        Picture? picture = Picture.Of(TensorShape.Of(shape), new float[shape.Aggregate((a, b) => a * b)]);
        Assert.Equal((height, width), (picture?.Height ?? 0, picture?.Width ?? 0));
    }

    [Fact]
    public void Channels_first_and_last_give_the_same_picture()
    {
        float[] first = [.. Enumerable.Range(0, 60).Select(i => (float)((i * 37) % 11))];
        var last = new float[60];
        for (int c = 0; c < 3; c++)
            for (int p = 0; p < 20; p++)
                last[p * 3 + c] = first[c * 20 + p];
        Assert.Equal(Picture.Of(TensorShape.Of(3, 4, 5), first)!.Shades, Picture.Of(TensorShape.Of(4, 5, 3), last)!.Shades);
    }
}
