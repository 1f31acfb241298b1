using System.Xml.Linq;
using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Tool.Evaluation;
using SnnGen.Tool.Reporting.Page;
using static SnnGen.Tool.Reporting.Page.Html;

namespace SnnGen.Tool.Reporting.Charts;

/// <summary>The layers from top to bottom; connections that do not lead to the next layer go round on the right.</summary>
internal static class NetworkDiagram
{
    private const double BoxLeft = 4, BoxWidth = 400, RoomForArcs = 100, BoxHeight = 50, Pitch = 92, Top = 6;

    /// <summary>The diagram.</summary>
    public static XElement Draw(SpikingNetwork network) => E("figure", A("class", "diagram"), Svg.Drawing(
        BoxLeft + BoxWidth + (network.Layers.Select((layer, l) => layer.Projections.Any(projection => projection.Source != l - 1)).Any(isArc => isArc) ? RoomForArcs : BoxLeft),
        Top + network.Layers.Count * Pitch + BoxHeight + 8, "the network’s layers and their connections",
        E("defs", E("marker", A("id", "arrow"), A("viewBox", "0 0 8 8"), A("refX", 7), A("refY", 4), A("markerWidth", 7), A("markerHeight", 7), A("orient", "auto"), E("path", A("d", "M0 0L8 4L0 8z"), A("class", "arrow-head")))),
        Box(-1, "input", $"{Words.Shape(network.Input.Shape)} · {Describe(network.Input.Encoding)}"),
        network.Layers.Select((layer, l) => Box(l, layer.Name, $"{Words.Shape(layer.Shape)} · {NeuronText.Describe(layer.Neuron)}")),
        network.Layers.Select((layer, l) => layer.Projections.Select((projection, p) => Connect(projection, l, p)))));

    private static IEnumerable<XElement> Box(int layer, string name, string description)
    {
        double y = TopOf(layer);
        yield return Svg.Rectangle(BoxLeft, y, BoxWidth, BoxHeight, layer < 0 ? "box input" : "box", A("rx", 10));
        yield return Svg.Text(BoxLeft + 16, y + 21, Shorten(name, 40), "box-name");
        yield return Svg.Text(BoxLeft + 16, y + 39, Shorten(description, 56), "mark");
    }

    private static IEnumerable<XElement> Connect(Projection projection, int layer, int index)
    {
        double from = TopOf(projection.Source) + BoxHeight, to = TopOf(layer), x = BoxLeft + 60;
        string delay = projection.LongestDelay > 0 ? $" · {projection.LongestDelay} step{(projection.LongestDelay > 1 ? "s" : "")} later" : "";
        string text = $"{Describe(projection)} · {Words.Count(projection.Connection.Synapses)} synapses{delay}";
        if (projection.Source == layer - 1)
        {
            yield return E("path", A("d", $"M{N(x)} {N(from)}L{N(x)} {N(to)}"), A("class", "edge"), A("marker-end", "url(#arrow)"));
            yield return Svg.Text(x + 12, (from + to) / 2 + 4 + index * 13, text, "mark");
            yield break;
        }
        double right = BoxLeft + BoxWidth, start = from - BoxHeight * 0.3, end = to + BoxHeight * (0.3 + 0.15 * index);
        double reach = right + Math.Min(RoomForArcs - 10, 30 + 12 * Math.Abs(layer - projection.Source));
        yield return E(
            "path", A("d", $"M{N(right)} {N(start)}C{N(reach)} {N(start)} {N(reach)} {N(end)} {N(right)} {N(end)}"), A("class", "edge"), A("marker-end", "url(#arrow)"),
            Svg.Hint(text));
    }

    private static double TopOf(int layer) => Top + (layer + 1) * Pitch;

    private static string Describe(Projection projection)
    {
        string pooling = projection.Pooling is { } sum ? $"pool {sum.Window.KernelHeight}×{sum.Window.KernelWidth}, " : "";
        return pooling + (projection.Connection is ConvolutionConnection c ? $"convolution {c.Window.KernelHeight}×{c.Window.KernelWidth}" : "dense");
    }

    private static string Describe(InputEncoding encoding) => encoding switch
    {
        InputEncoding.Current => "values, held as a current",
        InputEncoding.Events => "spikes",
        _ => $"values, as spikes ({encoding})",
    };
}
