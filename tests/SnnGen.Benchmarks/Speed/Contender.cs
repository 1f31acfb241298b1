namespace SnnGen.Benchmarks.Speed;

/// <summary>One way to classify the test images. It allocates what it needs when it is made.</summary>
internal abstract class Contender : IDisposable
{
    /// <summary>Name of the network, as in <c>mnist_mlp128.onnx</c> without the data set.</summary>
    public required string Network { get; init; }

    /// <summary>What runs.</summary>
    public required ContenderKind Kind { get; init; }

    /// <summary>Numbers, time steps and input.</summary>
    public required string Setting { get; init; }

    /// <summary>All three, for people.</summary>
    public string Title => $"{Network}, {Kind.Name()}, {Setting}";

    /// <summary>Classifies images in a row, one after the other on one thread.</summary>
    /// <param name="first">The first image.</param>
    /// <param name="classes">Receives a class an image.</param>
    public virtual void Classify(int first, Span<int> classes)
    {
        for (int i = 0; i < classes.Length; i++)
            classes[i] = Classify(first + i);
    }

    /// <summary>Synaptic operations of an image, or null of an ANN.</summary>
    public virtual long? SynapticOperations(int image) => null;

    public virtual void Dispose()
    {
    }

    /// <summary>The class of one image.</summary>
    protected abstract int Classify(int image);
}
