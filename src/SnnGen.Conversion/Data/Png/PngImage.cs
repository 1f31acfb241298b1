namespace SnnGen.Conversion.Data.Png;

/// <summary>A decoded image.</summary>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
/// <param name="Channels">1 for grey, 3 for red, green and blue.</param>
/// <param name="Values">Channels × height × width bytes, row-major.</param>
internal sealed record PngImage(int Width, int Height, int Channels, byte[] Values);
