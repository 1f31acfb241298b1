namespace SampleApp.Terminal;

/// <summary>The characters that pictures are made of.</summary>
/// <param name="Shades">From dark to bright.</param>
/// <param name="Quarters">Four neurons a character, neuron k in bit k of the index.</param>
/// <param name="Heights">From empty to full.</param>
internal sealed record Glyphs(string Shades, string Quarters, string Heights)
{
    /// <summary>For a terminal. The quarters are upper left, upper right, lower left, lower right.</summary>
    public static Glyphs Blocks { get; } = new(" ░▒▓█", " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█", "▁▂▃▄▅▆▇█");

    /// <summary>For a file or a pipe, whose reader may know no other encoding. Four neurons show how many of them spike.</summary>
    public static Glyphs Ascii { get; } = new(" .:-=+*#%@", " ..:.::|.::|:||#", " .:-=+*#");
}
