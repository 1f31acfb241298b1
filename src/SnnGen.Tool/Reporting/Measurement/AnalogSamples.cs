using SnnGen.Conversion.Calibration;
using SnnGen.Spiking.Simulation;

namespace SnnGen.Tool.Reporting.Measurement;

/// <summary>Inputs of a converted ANN.</summary>
/// <param name="inputs">The inputs.</param>
internal sealed class AnalogSamples(InputBatch inputs) : IReportSamples
{
    /// <inheritdoc/>
    public int Count => inputs.Count;

    /// <inheritdoc/>
    public SimulationResult Run(ReferenceSimulator simulator, int index) => inputs.Simulate(simulator, index);

    /// <inheritdoc/>
    public Picture? PictureOf(int index) => Picture.Of(inputs.Encoder.Shape, inputs.Values.AsSpan(index * inputs.Size, inputs.Size));

    /// <inheritdoc/>
    public SpikeRaster? SpikesOf(int index) => null;
}
