using SampleApp.Data;

namespace SampleApp.Measurement;

/// <summary>How often a network is right, and what an inference costs it.</summary>
/// <param name="Correct">Percent of the images.</param>
/// <param name="AnalogCorrect">The same of the original network, where its answers are known.</param>
/// <param name="Agreement">Percent of the images on which both say the same, where known.</param>
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

        byte[] classes = [.. answers.Select(answer => (byte)answer.Class)];
        return new Accuracy(
            Agreeing(classes, images.Labels),
            images.AnalogAnswers is null ? null : Agreeing(images.AnalogAnswers, images.Labels),
            images.AnalogAnswers is null ? null : Agreeing(classes, images.AnalogAnswers),
            answers.Average(answer => answer.SynapticOperations),
            answers.Average(answer => answer.Spikes));
    }

    private static double Agreeing(byte[] one, byte[] other) =>
        100.0 * one.Zip(other).Count(pair => pair.First == pair.Second) / one.Length;
}
