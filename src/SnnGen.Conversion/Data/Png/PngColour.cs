namespace SnnGen.Conversion.Data.Png;

/// <summary>What the samples of a pixel are, by the codes of the file.</summary>
internal enum PngColour
{
    /// <summary>Brightness.</summary>
    Grey = 0,

    /// <summary>Red, green, blue.</summary>
    TrueColour = 2,

    /// <summary>An entry of the palette.</summary>
    Palette = 3,

    /// <summary>Brightness and opacity.</summary>
    GreyAlpha = 4,

    /// <summary>Red, green, blue and opacity.</summary>
    TrueColourAlpha = 6,
}
