using SnnGen.Generators.Input;
using SnnGen.Spiking;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Generators.Planning;

/// <summary>Everything about a generated class that is to be decided, before any of it is text.</summary>
/// <param name="Class">Its name.</param>
/// <param name="Visibility"><c>public</c> or <c>internal</c>.</param>
/// <param name="ModelPath">The model it comes from, for people.</param>
/// <param name="NetworkName">Name of the network, for people.</param>
/// <param name="Arithmetic">The numbers it computes with.</param>
/// <param name="TimeSteps">T.</param>
/// <param name="ChunkSteps">How many steps at most a layer does before the next layer does the same steps.</param>
/// <param name="Input">How input reaches the first layer.</param>
/// <param name="Output">What the readout's potentials are in the units of the ANN.</param>
/// <param name="Layers">Layers in order; the last is the readout.</param>
/// <param name="Labels">Classes by index, or empty.</param>
/// <param name="Metadata">Provenance, for people.</param>
/// <param name="ExitGains">What one output can gain on another in a step, of an exact exit; else empty.</param>
/// <param name="IsShapeOnly">True for the stand-in of a design-time build, which has no weights and cannot run.</param>
internal sealed record InferenceClass(
    ClassName Class,
    string Visibility,
    string ModelPath,
    string NetworkName,
    Arithmetic Arithmetic,
    int TimeSteps,
    int ChunkSteps,
    InputEncoder Input,
    OutputDecoder Output,
    EquatableArray<LayerPlan> Layers,
    EquatableArray<ClassLabel> Labels,
    EquatableArray<MetadataEntry> Metadata,
    EquatableArray<int> ExitGains,
    bool IsShapeOnly)
{
    public LayerPlan Readout => Layers[Layers.Count - 1];

    /// <summary>The layers that spike: all, or all but the readout.</summary>
    public IEnumerable<LayerPlan> Firing => Layers.Where(layer => layer.Dynamics is not null);

    /// <summary>Whether scores decide before potentials do.</summary>
    public bool HasScores => Output.Readout != Spiking.Readout.Potential;

    /// <summary>Whether an inference may end before its last step.</summary>
    public bool MayExit => Output.Exit.Rule != ExitRule.Never;

    /// <summary>Whether spikes of the input reach a layer a step later.</summary>
    public bool DelaysInput => Layers.Any(layer => layer.Projections.Any(projection => projection.TakesInput && projection.Delay > 0));

    /// <summary>Whether spikes of a layer reach another a step later.</summary>
    public bool Delays(LayerPlan source) => Layers.Any(layer => layer.Projections.Any(projection => projection.Source == source.Index && projection.Delay > 0));

    /// <summary>Number of inputs.</summary>
    public int InputSize => Input.Shape.Size;

    /// <summary>⌈inputs / 64⌉.</summary>
    public int FrameWords => (InputSize + 63) / 64;

    /// <summary>Whether an analog input may be held over the steps.</summary>
    public bool HoldsInput => Input.Encoding == InputEncoding.Current;

    /// <summary>Whether a spike of the input carries its current from its step on to the last.</summary>
    public bool InputLasts => Input.Encoding == InputEncoding.Latency;

    /// <summary>Whether the currents of the input stay from step to step.</summary>
    public bool KeepsInputCurrents => HoldsInput || InputLasts;

    /// <summary>Whether values, and not only spikes, may be passed in.</summary>
    public bool TakesValues => Input.Encoding != InputEncoding.Events;

    /// <summary>Bytes of the spike train.</summary>
    public long SpikeTrainBytes => 8L * TimeSteps * FrameWords;

    /// <summary>Bytes of the state's buffers.</summary>
    public long StateBytes =>
        Layers.Sum(layer => 4L * (layer.Stride * (1 + (layer.HasSynapses ? 1 : 0) + (layer.Rests ? 1 : 0)) + layer.Deficits))
        + Firing.Sum(layer => 8L * layer.SpikeWords)
        + (HasScores ? 4L * Readout.Neurons : 0)
        + (InputLasts ? 8L * FrameWords : 0) + (DelaysInput ? 8L * FrameWords : 0)
        + (KeepsInputCurrents ? Layers.Where(layer => layer.TakesInput).Sum(layer => 4L * layer.CurrentStride) : 0);

    /// <summary>Bytes of the buffers of a running inference, the state left out: spikes of all layers, and the widest layer's own.</summary>
    public long WorkBytes =>
        8L * (ChunkSteps + 1) * (Firing.Sum(layer => (long)layer.SpikeWords) + (InputLasts ? FrameWords : 0)) + Layers.Max(layer => layer.WorkBytes);
}
