using SampleApp.Data;
using SampleApp.Measurement;
using SampleApp.Terminal;

namespace SampleApp.Showcase;

/// <summary>Shows a few inferences: the digit, the hidden layer's spikes and the output neurons filling up.</summary>
internal static class StepByStep
{
    private const int InsideWidth = 48;

    public static void Show(Screen screen, Subject subject)
    {
        screen.Heading($"{subject.Network.Name} on {subject.Images.Name}");
        screen.Line("A row is a time step: spikes of the hidden layer, four neurons a character, the");
        screen.Line("membrane potentials of the ten output neurons, and which of them is ahead.");
        foreach (Exhibit exhibit in Exhibit.Choose(subject.Network, subject.Images))
            Show(screen, exhibit, subject.Images);
    }

    private static void Show(Screen screen, Exhibit exhibit, ImageSet images)
    {
        screen.Line();
        screen.Line(screen.Styled(Style.Cyan, exhibit.Caption));
        Picture picture = Picture.Draw(images[exhibit.Index], images.Width, screen);
        string[] inside = [.. Inside(screen, exhibit.Trace), "", .. Verdict(screen, exhibit, images)];
        foreach (string line in SideBySide(screen, picture, inside))
        {
            screen.Line(line);
            screen.PauseForOneStep();
        }
    }

    private static IEnumerable<string> Inside(Screen screen, Trace trace)
    {
        double full = trace.Steps.Max(step => step.Potentials.Max());
        int rasterWidth = SpikeRow.Width(trace.Steps[0].Spikes.Length);

        yield return screen.Styled(Style.Faint, $"t {"hidden spikes".PadRight(rasterWidth)}  0123456789");
        for (int i = 0; i < trace.Steps.Length; i++)
        {
            (ulong[] spikes, double[] potentials, _, _, Answer answer) = trace.Steps[i];
            string raster = screen.Styled(Style.Yellow, SpikeRow.Draw(spikes, screen.Glyphs));
            string bars = Bars.Draw(potentials, full, answer.Class, screen);
            yield return $"{i + 1} {raster}  {bars} {screen.Styled(Style.Bold, $"{answer.Class}")}";
        }
    }

    private static IEnumerable<string> Verdict(Screen screen, Exhibit exhibit, ImageSet images)
    {
        Trace trace = exhibit.Trace;
        int label = images.Labels[exhibit.Index];
        yield return trace.Answer.Class == label
            ? screen.Styled(Style.Green, $"says {trace.Answer.Class}, right, since step {trace.SettledAt}")
            : screen.Styled(Style.Red, $"says {trace.Answer.Class}, wrong, since step {trace.SettledAt}; it is a {label}");
        if (images.AnalogAnswers is { } original)
            yield return screen.Styled(Style.Faint, $"the original network says {original[exhibit.Index]}");
        yield return screen.Styled(Style.Faint, $"{trace.Answer.Spikes:N0} spikes, {trace.Answer.SynapticOperations:N0} synaptic operations");
    }

    /// <summary>The picture left of the rest, or above it where the terminal is too narrow.</summary>
    private static IEnumerable<string> SideBySide(Screen screen, Picture picture, string[] inside)
    {
        if (screen.Width < picture.Width + 2 + InsideWidth)
            return picture.Lines.Concat(inside);
        int lines = Math.Max(picture.Lines.Length, inside.Length);
        int pictureTop = (lines - picture.Lines.Length) / 2, insideTop = (lines - inside.Length) / 2;
        string blank = new(' ', picture.Width);
        return Enumerable.Range(0, lines).Select(i =>
            $"{picture.Lines.ElementAtOrDefault(i - pictureTop) ?? blank}  {inside.ElementAtOrDefault(i - insideTop)}".TrimEnd());
    }
}
