namespace SampleApp.Terminal;

/// <summary>Parameters of the ANSI sequence "select graphic rendition".</summary>
internal enum Style
{
    Bold = 1,
    Faint = 2,
    Red = 31,
    Green = 32,
    Yellow = 33,
    Cyan = 36,
}
