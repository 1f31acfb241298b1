using SampleApp.Data;
using SampleApp.Measurement;

namespace SampleApp.Showcase;

/// <summary>One image and what a network makes of it.</summary>
/// <param name="Index">Which image of the set.</param>
/// <param name="Caption">Which image, and why this one.</param>
/// <param name="Trace">The inference.</param>
internal sealed record Exhibit(int Index, string Caption, Trace Trace)
{
    /// <summary>
    /// At most three, by rule and not by looks: the first image, the one on which the network finds the right answer
    /// last, and the first one that it gets wrong.
    /// </summary>
    public static IEnumerable<Exhibit> Choose(Network network, ImageSet images)
    {
        Trace[] traces = [.. Enumerable.Range(0, images.Count).Select(i => Trace.Record(network, images[i]))];
        int[] right = [.. Enumerable.Range(0, images.Count).Where(i => traces[i].Answer.Class == images.Labels[i])];
        int[] wrong = [.. Enumerable.Range(0, images.Count).Except(right)];

        var chosen = new List<Exhibit> { Of(0, "the first one") };
        if (right.Length > 0)
            chosen.Add(Of(right.MaxBy(i => traces[i].SettledAt), "the hardest that it gets right"));
        if (wrong.Length > 0)
            chosen.Add(Of(wrong[0], "the first that it gets wrong"));
        return chosen.DistinctBy(exhibit => exhibit.Index);

        Exhibit Of(int index, string reason) => new(index, $"image {index + 1:N0} of {images.Count:N0}, {reason}", traces[index]);
    }
}
