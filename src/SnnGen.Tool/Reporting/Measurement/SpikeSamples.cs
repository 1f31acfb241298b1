using SnnGen.Conversion.Nir.Quantization;
using SnnGen.Spiking;
using SnnGen.Spiking.Simulation;

namespace SnnGen.Tool.Reporting.Measurement;

/// <summary>Inputs of a network of NIR.</summary>
/// <param name="inputs">The inputs.</param>
/// <param name="encoding">What they are.</param>
internal sealed class SpikeSamples(SpikeInputs inputs, InputEncoding encoding) : IReportSamples
{
    /// <inheritdoc/>
    public int Count => inputs.Count;

    /// <inheritdoc/>
    public SimulationResult Run(ReferenceSimulator simulator, int index) => inputs.Run(simulator, index);

    /// <inheritdoc/>
    public Picture? PictureOf(int index) => null;

    /// <inheritdoc/>
    public SpikeRaster? SpikesOf(int index) => encoding == InputEncoding.Events ? inputs.Raster(index) : null;
}
