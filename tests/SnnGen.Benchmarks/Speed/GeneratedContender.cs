namespace SnnGen.Benchmarks.Speed;

/// <summary>A generated class.</summary>
/// <param name="infer">Its answer to an image.</param>
/// <param name="className">Its name, which is that of its network file too.</param>
internal sealed class GeneratedContender(string className, GeneratedContender.Inference infer) : Contender
{
    /// <summary>Runs an image; the potentials are copied where there is room for them.</summary>
    public delegate Answer Inference(int image, Span<int> potentials);

    public string ClassName { get; } = className;

    /// <summary>The class, and the integer potentials of the outputs.</summary>
    public (int Class, int[] Potentials) Outcome(int image)
    {
        var potentials = new int[10];
        return (infer(image, potentials).Class, potentials);
    }

    public override long? SynapticOperations(int image) => infer(image, []).SynapticOperations;

    protected override int Classify(int image) => infer(image, []).Class;

    public readonly record struct Answer(int Class, long SynapticOperations);
}
