using System;
using System.Globalization;
using System.IO;

namespace SnnGen.NativeAot.Tests.Program;

/// <summary>What a network computed, one line a fact, every number to its last bit.</summary>
internal sealed class Transcript(TextWriter writer, string network)
{
    private string _run = "";

    /// <summary>Names the run that the next lines are of.</summary>
    public void Begin(int sample, string entryPoint) => _run = FormattableString.Invariant($"{network} {sample} {entryPoint}");

    /// <summary>The spikes of a layer in a step.</summary>
    public void Spikes(int step, int layer, ReadOnlySpan<ulong> words)
    {
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"{_run}: step {step} layer {layer}"));
        foreach (ulong word in words)
            writer.Write(string.Create(CultureInfo.InvariantCulture, $" {word:X}"));
        writer.Write('\n');
    }

    /// <summary>The end of a run of integers.</summary>
    public void Result(int decision, long operations, long spikes, ReadOnlySpan<int> potentials)
    {
        Result(decision, operations, spikes);
        foreach (int potential in potentials)
            writer.Write(string.Create(CultureInfo.InvariantCulture, $" {potential}"));
        writer.Write('\n');
    }

    /// <summary>The end of a run of floats; all NaN are one, as IEEE 754 leaves their payload open.</summary>
    public void Result(int decision, long operations, long spikes, ReadOnlySpan<float> potentials)
    {
        Result(decision, operations, spikes);
        foreach (float potential in potentials)
            writer.Write(float.IsNaN(potential) ? " NaN" : string.Create(CultureInfo.InvariantCulture, $" {BitConverter.SingleToInt32Bits(potential):X}"));
        writer.Write('\n');
    }

    private void Result(int decision, long operations, long spikes) =>
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"{_run}: class {decision} operations {operations} spikes {spikes} potentials"));
}
