using System.Globalization;
using System.Text;
using System.Xml.Linq;
using SnnGen.Tool.Reporting.Measurement;
using static SnnGen.Tool.Reporting.Page.Html;

namespace SnnGen.Tool.Reporting.Charts;

/// <summary>A grey picture in a few shades, one path a shade.</summary>
internal static class PictureChart
{
    private const int Shades = 12;

    /// <summary>The picture.</summary>
    public static XElement Draw(Picture picture)
    {
        var paths = new StringBuilder[Shades + 1];
        for (int p = 0; p < picture.Shades.Length; p++)
        {
            int shade = (int)Math.Round(picture.Shades[p] * Shades);
            if (shade > 0)
                (paths[shade] ??= new StringBuilder()).Append(CultureInfo.InvariantCulture, $"M{p % picture.Width} {p / picture.Width}h1v1h-1z");
        }
        return E(
            "svg", A("viewBox", $"0 0 {picture.Width} {picture.Height}"), A("class", "picture"), A("role", "img"), A("aria-label", "the input"), A("shape-rendering", "crispEdges"),
            paths.Select((path, shade) => path is null ? null : E("path", A("d", path.ToString()), A("fill-opacity", (double)shade / Shades))));
    }
}
