using SnnGen.Generators.Input;
using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
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
    public IEnumerable<LayerPlan> Firing => Layers.Where(layer => layer.Spikes);

    /// <summary>Whether scores decide before potentials do.</summary>
    public bool HasScores => Output.Readout != Spiking.Readout.Potential;

    /// <summary>Whether an inference may end before its last step.</summary>
    public bool MayExit => Output.Exit.Rule != ExitRule.Never;

    /// <summary>Steps of the input that must be remembered: the longest delay of its spikes.</summary>
    public int InputHistory => History(Projection.NetworkInput);

    /// <summary>Whether spikes of the input reach a layer later.</summary>
    public bool DelaysInput => InputHistory > 0;

    /// <summary>Steps of a source that must be remembered: the longest delay of its spikes or values.</summary>
    public int History(int source) => Layers.SelectMany(layer => layer.Projections)
        .Where(projection => projection.Source == source).Select(projection => projection.LongestDelay).DefaultIfEmpty().Max();

    /// <summary>Whether the potentials of a layer, which never spikes, drive others.</summary>
    public bool Passes(LayerPlan source) => !source.Spikes && Layers.Any(layer => layer.Projections.Any(projection => projection.Source == source.Index));

    /// <summary>Whether a layer drives itself or an earlier one.</summary>
    public bool IsRecurrent => Layers.Any(layer => layer.Projections.Any(projection => projection.Source >= layer.Index));

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
        + Firing.Sum(layer => 8L * layer.SpikeWords * Math.Max(1, History(layer.Index)))
        + Layers.Where(Passes).Sum(layer => 4L * layer.Stride * History(layer.Index))
        + (HasScores ? 4L * Readout.Neurons : 0)
        + (InputLasts ? 8L * FrameWords : 0) + 8L * FrameWords * InputHistory
        + (KeepsInputCurrents ? Layers.Where(layer => layer.TakesInput).Sum(layer => 4L * layer.CurrentStride) : 0);

    /// <summary>Bytes of the buffers of a running inference, the state left out: spikes of all layers, and the widest layer's own.</summary>
    public long WorkBytes =>
        Firing.Sum(layer => 8L * (ChunkSteps + Math.Max(1, History(layer.Index))) * layer.SpikeWords)
        + Layers.Where(Passes).Sum(layer => 4L * (ChunkSteps + History(layer.Index)) * layer.Stride)
        + (InputLasts || DelaysInput ? 8L * (ChunkSteps + Math.Max(1, InputHistory)) * FrameWords : 0) + Layers.Max(layer => layer.WorkBytes);
}
