using System.Text;

namespace SampleApp.Terminal;

/// <summary>Where the app writes: a terminal with or without colours, or a file.</summary>
/// <param name="output">Receives the text.</param>
/// <param name="live">Whether a person is watching; else the text is plain ASCII.</param>
/// <param name="colour">Whether ANSI escape sequences are understood and wanted.</param>
/// <param name="width">Columns.</param>
internal sealed class Screen(TextWriter output, bool live, bool colour, int width)
{
    private const int UsualWidth = 80;
    private static readonly TimeSpan StepTime = TimeSpan.FromMilliseconds(50);

    public bool Colour { get; } = colour;

    public int Width { get; } = width;

    public Glyphs Glyphs { get; } = live ? Glyphs.Blocks : Glyphs.Ascii;

    /// <summary>The process's standard output.</summary>
    public static Screen Open()
    {
        if (Console.IsOutputRedirected)
            return new Screen(Console.Out, live: false, colour: false, UsualWidth);
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new Screen(Console.Out, live: true, WantsColour(), WindowWidth());
    }

    public void Line(string text = "") => output.WriteLine(text);

    public void Heading(string text)
    {
        output.WriteLine();
        output.WriteLine(Styled(Style.Bold, text));
        output.WriteLine();
    }

    /// <summary>Lets a watching person see time pass.</summary>
    public void PauseForOneStep()
    {
        if (live)
            Thread.Sleep(StepTime);
    }

    public string Styled(Style style, string text) => Colour ? $"\e[{(int)style}m{text}\e[0m" : text;

    /// <summary>See no-color.org. Windows' old console shows escape sequences as they are; its new terminal is known by WT_SESSION.</summary>
    private static bool WantsColour() =>
        string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && Environment.GetEnvironmentVariable("TERM") != "dumb"
        && (!OperatingSystem.IsWindows() || Environment.GetEnvironmentVariable("WT_SESSION") is not null);

    private static int WindowWidth()
    {
        int width = Console.WindowWidth;
        return width > 0 ? width : UsualWidth;
    }
}
