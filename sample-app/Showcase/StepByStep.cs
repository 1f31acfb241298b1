using SampleApp.Data;
using SampleApp.Terminal;

namespace SampleApp.Showcase;

/// <summary>Shows a few inferences: the digit, the hidden layer's spikes and the output neurons filling up.</summary>
internal static class StepByStep
{
    private const int Shown = 3;

    public static void Show(Screen screen, ImageSet images)
    {
        screen.Heading($"MnistSnn, step by step: {images.Name}");
        foreach (int index in Pick(images))
            Show(screen, Trace.Record(images[index]), images, index);
    }

    /// <summary>The first images, and the first that the network gets wrong: nothing is chosen to look good.</summary>
    private static IEnumerable<int> Pick(ImageSet images)
    {
        for (int i = 0; i < Math.Min(Shown, images.Count); i++)
            yield return i;
        for (int i = Shown; i < images.Count; i++)
        {
            if (MnistSnn.Run(images[i]).Class == images.Labels[i])
                continue;
            yield return i;
            yield break;
        }
    }

    private static void Show(Screen screen, Trace trace, ImageSet images, int index)
    {
        string[] picture = Picture.Lines(images[index], images.Width, screen);
        string[] inside = [.. Inside(screen, trace, images.Labels[index])];
        foreach (string line in SideBySide(screen, picture, images.Width, inside))
        {
            screen.Line(line);
            screen.PauseForOneStep();
        }
        screen.Line();
    }

    private static IEnumerable<string> Inside(Screen screen, Trace trace, int label)
    {
        bool right = trace.Answer == label;
        int full = trace.Steps.Max(step => step.Potentials.Max());
        int rasterWidth = SpikeRow.Width(trace.Steps[0].Spikes.Length);

        yield return screen.Styled(Style.Faint, "t " + "spikes of the hidden layer".PadRight(rasterWidth) + "  0123456789");
        for (int i = 0; i < trace.Steps.Length; i++)
        {
            Trace.TimeStep step = trace.Steps[i];
            string spikes = screen.Styled(Style.Yellow, SpikeRow.Draw(step.Spikes));
            Style leading = step.Leader == label ? Style.Green : Style.Red;
            string bars = Bars.Draw(step.Potentials, full, step.Leader, leading, screen);
            yield return $"{i + 1} {spikes}  {bars} {screen.Styled(leading, $"{step.Leader}")}";
        }
        yield return "";
        string verdict = right ? $"says {trace.Answer}: right" : $"says {trace.Answer}: wrong, it is a {label}";
        yield return $"{screen.Styled(right ? Style.Green : Style.Red, verdict)} (settled at step {trace.SettledAt})";
        yield return screen.Styled(Style.Faint, $"{trace.Spikes:N0} spikes, {trace.SynapticOperations:N0} synaptic operations");
    }

    /// <summary>The picture left of the rest, or above it where the terminal is too narrow.</summary>
    private static IEnumerable<string> SideBySide(Screen screen, string[] picture, int pictureWidth, string[] inside)
    {
        const int InsideWidth = 48;
        if (screen.Width < pictureWidth + 2 + InsideWidth)
            return picture.Concat(inside);
        int lines = Math.Max(picture.Length, inside.Length), above = (picture.Length - inside.Length) / 2;
        string blank = new(' ', pictureWidth);
        return Enumerable.Range(0, lines).Select(i =>
            $"{picture.ElementAtOrDefault(i) ?? blank}  {inside.ElementAtOrDefault(i - Math.Max(above, 0))}".TrimEnd());
    }
}
