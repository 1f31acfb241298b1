using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Spiking;

/// <summary>
/// A spiking network: the one thing that passes from the conversion to the generator, as a
/// <c>.snn.json</c> file. Time is discrete, t = 1…T; within a step spikes travel through all
/// layers in order, and back to earlier ones, or to the layer itself, only with a delay.
/// </summary>
/// <param name="Name">Name of the model, for people.</param>
/// <param name="Arithmetic">The numbers it computes with.</param>
/// <param name="TimeSteps">T, steps of one inference.</param>
/// <param name="Input">How the app's input reaches the first layer.</param>
/// <param name="Layers">Layers in order, at least one; the last is the readout.</param>
/// <param name="Labels">Names of the classes, empty or one an output neuron.</param>
/// <param name="Metadata">Provenance for people; nothing may depend on it.</param>
/// <param name="IsShapeOnly">
/// True for the stand-in of a design-time build: sizes are right, tensors are empty, nothing can run.
/// </param>
public sealed record SpikingNetwork(
    string Name,
    Arithmetic Arithmetic,
    int TimeSteps,
    InputEncoder Input,
    EquatableArray<SpikingLayer> Layers,
    EquatableArray<string> Labels,
    EquatableArray<MetadataEntry> Metadata,
    bool IsShapeOnly = false)
{
    /// <summary>What the readout's potentials are in the units of the ANN.</summary>
    public OutputDecoder Output { get; init; } = OutputDecoder.MeanPotential;

    /// <summary>Number of inputs.</summary>
    public int InputSize => Input.Shape.Size;

    /// <summary>Number of output neurons.</summary>
    public int OutputSize => Layers[Layers.Count - 1].Neurons;
}

/// <summary>One line of provenance.</summary>
/// <param name="Key">What it is, such as <c>model.sha256</c>.</param>
/// <param name="Value">Its value as text.</param>
public sealed record MetadataEntry(string Key, string Value);
