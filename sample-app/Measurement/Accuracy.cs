using SampleApp.Data;

namespace SampleApp.Measurement;

/// <summary>How often a network is right, and what an inference costs it.</summary>
/// <param name="Correct">Fraction of the images.</param>
/// <param name="AnalogCorrect">The same of the original network, where its answers are known.</param>
/// <param name="Agreement">Fraction of the images on which both say the same, where known.</param>
/// <param name="SynapticOperations">Mean per image.</param>
/// <param name="Spikes">Mean per image.</param>
internal sealed record Accuracy(
    double Correct, double? AnalogCorrect, double? Agreement, double SynapticOperations, double Spikes)
{
    public static Accuracy Measure(Network network, ImageSet images)
    {
        var answers = new Answer[images.Count];
        for (int i = 0; i < answers.Length; i++)
            answers[i] = network.Run(images[i]);

        return new Accuracy(
            Share(images.Count, i => answers[i].Class == images.Labels[i]),
            images.AnalogAnswers is { } analog ? Share(images.Count, i => analog[i] == images.Labels[i]) : null,
            images.AnalogAnswers is { } original ? Share(images.Count, i => answers[i].Class == original[i]) : null,
            answers.Average(answer => answer.SynapticOperations),
            answers.Average(answer => answer.Spikes));
    }

    private static double Share(int count, Func<int, bool> condition) =>
        Enumerable.Range(0, count).Count(condition) / (double)count;
}
