using System.Text;
using System.Xml.Linq;
using SnnGen.Spiking.Simulation;
using SnnGen.Tool.Reporting.Page;
using static SnnGen.Tool.Reporting.Page.Html;

namespace SnnGen.Tool.Reporting.Charts;

/// <summary>Which neurons spike at which step, one band a population.</summary>
internal static class RasterChart
{
    private const double Width = 440, Side = 6, Band = 110, Head = 18, Foot = 30;
    private const int MostRows = 160;

    /// <summary>The rasters below one another, all of as many steps.</summary>
    /// <param name="populations">Name, spikes and class of the colour.</param>
    /// <param name="steps">Steps that were taken.</param>
    public static XElement Draw(IReadOnlyList<(string Name, SpikeRaster Spikes, string Style)> populations, int steps)
    {
        double y = 0, column = (Width - 2 * Side) / populations[0].Spikes.TimeSteps;
        var parts = new List<object>();
        foreach ((string name, SpikeRaster spikes, string style) in populations)
        {
            int stride = (spikes.Neurons + MostRows - 1) / MostRows, rows = (spikes.Neurons + stride - 1) / stride;
            double row = Math.Min(7, Band / rows);
            string all = stride == 1 ? $"{Words.Count(spikes.Neurons)} neurons" : $"{Words.Count(spikes.Neurons)} neurons, one in {stride} shown";
            parts.Add(Svg.Text(Side, y + 13, $"{name} · {all}", "mark"));
            parts.Add(Svg.Rectangle(Side, y + Head, Width - 2 * Side, rows * row, "band"));
            parts.Add(E("path", A("d", Spikes(spikes, stride, y + Head, row, column)), A("class", $"spikes {style}"), A("stroke-width", row * 0.85)));
            y += Head + rows * row + 6;
        }
        return E("figure", Svg.Drawing(
            Width, y + Foot, "spike raster", parts,
            Svg.Text(Side, y + 12, "t = 1", "mark"),
            Svg.Text(Width - Side, y + 12, $"t = {populations[0].Spikes.TimeSteps}", "mark", "end"),
            steps < populations[0].Spikes.TimeSteps ? Svg.Line(Side + steps * column, 0, Side + steps * column, y, "cut") : null));
    }

    private static string Spikes(SpikeRaster spikes, int stride, double top, double row, double column)
    {
        var path = new StringBuilder();
        for (int neuron = 0; neuron < spikes.Neurons; neuron += stride)
            for (int step = 0; step < spikes.TimeSteps; step++)
                if (spikes[step, neuron])
                    path.Append('M').Append(N(Side + step * column + column * 0.08)).Append(' ').Append(N(top + (neuron / stride + 0.5) * row)).Append('h').Append(N(column * 0.84));
        return path.ToString();
    }
}
